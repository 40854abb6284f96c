package io.guildhall.member.membership.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guildhall.member.membership.MembershipEvent.MembershipActivated;
import io.guildhall.member.membership.MembershipEvent.MembershipChurned;
import io.guildhall.member.membership.MembershipEvent.MembershipJoined;
import io.guildhall.member.membership.MembershipEvent.MembershipRenewed;
import io.guildhall.member.membership.MembershipEvent.MembershipReturned;
import io.guildhall.member.membership.MembershipEvent.SubscriptionLeft;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.web.PageQuery;
import java.time.Instant;
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
                                new MembershipJoined("mbs_1", "com_1", "mem_ada", MARCH),
                                new MembershipActivated("mbs_1", "com_1", "mem_ada", "sub_1", MARCH, APRIL),
                                new MembershipRenewed("mbs_1", "com_1", "mem_ada", "sub_2", MARCH, MAY),
                                new SubscriptionLeft("mbs_1", "com_1", "mem_ada", "sub_1", APRIL),
                                new MembershipJoined("mbs_2", "com_2", "mem_ada", MARCH),
                                new MembershipActivated("mbs_2", "com_2", "mem_ada", "sub_3", MARCH, APRIL),
                                new MembershipChurned("mbs_2", "com_2", "mem_ada", APRIL),
                                new MembershipJoined("mbs_3", "com_3", "mem_ada", MARCH),
                                new MembershipActivated("mbs_3", "com_3", "mem_ada", "sub_4", MARCH, APRIL),
                                new MembershipChurned("mbs_3", "com_3", "mem_ada", APRIL),
                                new MembershipReturned("mbs_3", "com_3", "mem_ada", APRIL),
                                new MembershipActivated("mbs_3", "com_3", "mem_ada", "sub_5", APRIL, MAY)));

        assertThat(new Roster(mongo).of("mem_ada"))
                .extracting(RosterEntry::membershipId, RosterEntry::active, RosterEntry::termEnd, RosterEntry::endedAt)
                .containsExactly(
                        tuple("mbs_1", true, MAY, null),
                        tuple("mbs_2", false, APRIL, APRIL),
                        tuple("mbs_3", true, MAY, null));
        var page = new PageQuery(50, null);
        assertThat(new Roster(mongo).in("com_2", "mem_ada", page).items())
                .extracting(RosterEntry::membershipId)
                .containsExactly("mbs_2");
        assertThat(new Roster(mongo).in("com_2", "mem_bob", page).items()).isEmpty();
        assertThat(new Roster(mongo).in("com_2", null, page).items()).hasSize(1);
    }
}
