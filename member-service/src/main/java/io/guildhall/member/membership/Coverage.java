package io.guildhall.member.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** When somebody was a member: whenever any subscription carried it. */
record Coverage(Collection<Carrier> carriers) {

    Coverage {
        carriers = List.copyOf(carriers);
    }

    Coverage with(Carrier another) {
        return new Coverage(Stream.concat(carriers.stream(), Stream.of(another)).toList());
    }

    boolean holdsAt(Instant moment) {
        return carriers.stream().anyMatch(each -> each.carriesAt(moment));
    }

    /** Whether nothing carried it at this moment or before. */
    boolean beginsAfter(Instant moment) {
        return carriers.stream().allMatch(each -> each.from().isAfter(moment));
    }

    /** The moments at which whoever knows the former must be told whether somebody was a member, oldest first. */
    List<Instant> turnsSince(Coverage former) {
        return carriers.stream()
                .flatMap(each -> Stream.of(each.from(), each.endedAt() == null ? each.from() : each.endedAt()))
                .distinct()
                .filter(moment ->
                        holdsAt(moment) != former.holdsAt(moment) || (turnsAt(moment) && !former.turnsAt(moment)))
                .sorted()
                .toList();
    }

    private boolean turnsAt(Instant moment) {
        return holdsAt(moment) != carriers.stream().anyMatch(each -> each.carriesUpTo(moment));
    }
}
