package io.guildhall.member.grant.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guildhall.member.grant.GrantEvent.GrantEnded;
import io.guildhall.member.grant.GrantEvent.GrantGranted;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class GivenGrantProjectionTest {

    private static final Instant FROM = History.START.minus(Duration.ofDays(10));
    private static final Instant UNTIL = History.START.plus(Duration.ofDays(10));
    private static final Instant ENDED = History.START.minus(Duration.ofDays(1));
    private static final Instant LATER = History.START.plusSeconds(60);

    private final MongoTemplate mongo = Servers.mongo(GivenGrantProjectionTest.class);

    @Test
    void showsTheSameWhenEveryEventArrivesTwice() {
        ArrivesTwice.check(
                mongo,
                GivenGrantProjection::new,
                new History()
                        .by("mem_olga")
                        .own(
                                new GrantGranted(
                                        "grt_1", "com_1", "mem_ada", "course:*", "manual", FROM, UNTIL, "a prize"),
                                new GrantGranted(
                                        "grt_2", "com_1", "mem_ada", "course:*", "manual", FROM, null, "a gift"),
                                new GrantEnded("grt_1", "com_1", "mem_ada", "course:*", ENDED, "by mistake", null)));

        assertThat(new GivenGrants(mongo).of("com_1", "mem_ada"))
                .extracting(GivenGrant::grantId, GivenGrant::givenBy, GivenGrant::endReason)
                .containsExactly(tuple("grt_1", "mem_olga", "by mistake"), tuple("grt_2", "mem_olga", null));
    }

    @Test
    void holdsFromItsBeginningToItsEnd() {
        GivenGrant grant = grant(null, null);

        assertThat(grant.holds(FROM.minusSeconds(1), LATER)).isFalse();
        assertThat(grant.holds(FROM, LATER)).isTrue();
        assertThat(grant.holds(UNTIL.minusSeconds(1), LATER)).isTrue();
        assertThat(grant.holds(UNTIL, LATER)).isFalse();
    }

    @Test
    void isNotKnownBeforeItWasRecorded() {
        assertThat(grant(null, null).holds(FROM, History.START.minusSeconds(1))).isFalse();
    }

    @Test
    void anEndActsFromWhenItIsValidButOnlyForThoseWhoKnow() {
        GivenGrant ended = grant(ENDED, LATER);

        assertThat(ended.holds(ENDED.minusSeconds(1), LATER)).isTrue();
        assertThat(ended.holds(ENDED, LATER)).isFalse();
        assertThat(ended.holds(ENDED, LATER.minusSeconds(1))).isTrue();
    }

    private static GivenGrant grant(@Nullable Instant endedAt, @Nullable Instant endKnownFrom) {
        return new GivenGrant(
                "grt_1",
                "com_1",
                "mem_ada",
                "course:*",
                "manual",
                FROM,
                UNTIL,
                "a prize",
                "mem_olga",
                History.START,
                endedAt,
                "by mistake",
                endKnownFrom);
    }
}
