package io.guildhall.member.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.member.membership.MembershipCommand.EndTerms;
import io.guildhall.member.membership.MembershipCommand.RunTerm;
import io.guildhall.member.membership.MembershipEvent.MembershipActivated;
import io.guildhall.member.membership.MembershipEvent.MembershipChurned;
import io.guildhall.member.membership.MembershipEvent.MembershipReturned;
import io.guildhall.platform.testing.Draw;
import io.guildhall.platform.testing.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** Subscriptions are heard in any order between them, and the membership is the same in the end. */
class MembershipOrderTest {

    private static final String ID = MembershipId.of("com_hall", "mem_ada");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 40;

    /** From its first day to before its last; one that goes on has none. */
    private record Subscription(String id, int from, int terms, boolean ended) {

        static Subscription draw(Draw draw, int number) {
            return new Subscription("sub_" + number, draw.number(0, 20), draw.number(1, 3), draw.percent(80));
        }

        boolean carries(int day) {
            return from <= day && (!ended || day < end());
        }

        List<MembershipCommand> heard() {
            List<MembershipCommand> heard = new ArrayList<>();
            for (int term = 0; term < terms; term++) {
                heard.add(RunTerm.of("com_hall", "mem_ada", id, at(from + 5 * term), at(from + 5 * term + 5)));
            }
            if (ended) {
                heard.add(new EndTerms(ID, id, at(end())));
            }
            return heard;
        }

        private int end() {
            return from + 5 * terms;
        }
    }

    @Test
    void saysTheSameInWhateverOrderItHearsOfSubscriptions() {
        Seeds.check(500, draw -> {
            List<Subscription> subscriptions = IntStream.range(0, draw.number(1, 4))
                    .mapToObj(number -> Subscription.draw(draw, number))
                    .toList();
            List<MembershipCommand> heard = draw.interleaved(
                    subscriptions.stream().map(Subscription::heard).toList());

            var fixture = new AggregateTestFixture<>(Membership.class);
            fixture.givenCommands(heard);
            var told = new Told();
            fixture.getEventStore()
                    .readEvents(ID)
                    .forEachRemaining(event -> told.on((MembershipEvent) event.getPayload()));

            for (int day = 0; day < DAYS; day++) {
                int asked = day;
                assertThat(told.memberAt(at(day)))
                        .as("day %d of %s, heard as %s", day, subscriptions, heard)
                        .isEqualTo(subscriptions.stream().anyMatch(each -> each.carries(asked)));
            }
        });
    }

    private static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }

    /** What a listener makes of the events: of a moment, the last word holds. */
    private static final class Told {

        private final TreeMap<Instant, Boolean> turns = new TreeMap<>();

        void on(MembershipEvent event) {
            switch (event) {
                case MembershipActivated term -> turns.put(term.termStart(), true);
                case MembershipReturned back -> turns.put(back.at(), true);
                case MembershipChurned gone -> turns.put(gone.endedAt(), false);
                default -> {}
            }
        }

        boolean memberAt(Instant moment) {
            var last = turns.floorEntry(moment);
            return last != null && last.getValue();
        }
    }
}
