package io.guildhall.member.membership.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guildhall.member.membership.MembershipEvent.MembershipActivated;
import io.guildhall.member.membership.MembershipEvent.MembershipChurned;
import io.guildhall.member.membership.MembershipEvent.MembershipJoined;
import io.guildhall.member.membership.MembershipEvent.MembershipRenewed;
import io.guildhall.member.membership.MembershipEvent.MembershipReturned;
import io.guildhall.member.membership.MembershipEvent.SubscriptionLeft;
import io.guildhall.member.membership.MembershipId;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.web.PageQuery;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class RosterProjectionTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    private final MongoTemplate mongo = Servers.mongo(RosterProjectionTest.class);

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        ArrivesTwice.check(
                mongo,
                RosterProjection::new,
                new History()
                        .own(
                                new MembershipJoined(in("com_1"), "com_1", "mem_ada", MARCH),
                                new MembershipActivated(in("com_1"), "com_1", "mem_ada", "sub_1", MARCH, APRIL),
                                new MembershipRenewed(in("com_1"), "com_1", "mem_ada", "sub_2", MARCH, MAY),
                                new SubscriptionLeft(in("com_1"), "com_1", "mem_ada", "sub_1", APRIL),
                                new MembershipJoined(in("com_2"), "com_2", "mem_ada", MARCH),
                                new MembershipActivated(in("com_2"), "com_2", "mem_ada", "sub_3", MARCH, APRIL),
                                new MembershipChurned(in("com_2"), "com_2", "mem_ada", APRIL),
                                new MembershipJoined(in("com_3"), "com_3", "mem_ada", MARCH),
                                new MembershipActivated(in("com_3"), "com_3", "mem_ada", "sub_4", MARCH, APRIL),
                                new MembershipChurned(in("com_3"), "com_3", "mem_ada", APRIL),
                                new MembershipReturned(in("com_3"), "com_3", "mem_ada", APRIL),
                                new MembershipActivated(in("com_3"), "com_3", "mem_ada", "sub_5", APRIL, MAY)));

        assertThat(new Roster(mongo).of("mem_ada"))
                .extracting(RosterEntry::membershipId, RosterEntry::active, RosterEntry::termEnd, RosterEntry::endedAt)
                .containsExactlyInAnyOrder(
                        tuple(in("com_1"), true, MAY, null),
                        tuple(in("com_2"), false, APRIL, APRIL),
                        tuple(in("com_3"), true, MAY, null));
        var page = new PageQuery(50, null);
        Roster roster = new Roster(mongo);
        assertThat(roster.in("com_2", List.of("mem_ada", "mem_bob"), null, page).items())
                .extracting(RosterEntry::membershipId)
                .containsExactly(in("com_2"));
        assertThat(roster.in("com_2", List.of("mem_bob"), null, page).items()).isEmpty();
        assertThat(roster.in("com_2", null, page).items()).hasSize(1);
        assertThat(roster.in("com_2", RosterState.FORMER, page).items()).hasSize(1);
        assertThat(roster.in("com_2", RosterState.ACTIVE, page).items()).isEmpty();
        assertThat(roster.in("com_3", RosterState.ACTIVE, page).items()).hasSize(1);
        assertThat(roster.in("com_3", List.of("mem_ada"), RosterState.FORMER, page)
                        .items())
                .isEmpty();
    }

    private static String in(String communityId) {
        return MembershipId.of(communityId, "mem_ada");
    }
}
