package io.guildhall.community.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.community.access.inbox.GrantEnded;
import io.guildhall.community.access.inbox.GrantGranted;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class GrantsTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(30));

    private final MongoTemplate mongo = Servers.mongo(GrantsTest.class);
    private Instant now = FROM.plus(Duration.ofDays(1));
    private final Grants grants = new Grants(mongo, () -> now);

    @BeforeEach
    void hear() {
        ArrivesTwice.check(
                mongo,
                HeldGrantProjection::new,
                new History()
                        .heard("grt_1", granted("grt_1", "com_1", "mem_ada", "channel:chn_1", UNTIL))
                        .heard("grt_2", granted("grt_2", "com_1", "mem_bob", "channel:*", null))
                        .heard("grt_3", granted("grt_3", "com_2", "mem_eve", "channel:*", null))
                        .heard(
                                "grt_4",
                                granted("grt_4", "com_1", "mem_dan", "channel:chn_1", null),
                                new GrantEnded("grt_4", now))
                        .heard("grt_5", granted("grt_5", "com_1", "mem_dan", "course:*", null)));
    }

    @Test
    void oneChannelIsOpenedByItsGrantAndAllByOneForAll() {
        assertThat(grants.decide("com_1", "mem_ada", "chn_1")).isEqualTo(Decision.ALLOWED);
        assertThat(grants.decide("com_1", "mem_ada", "chn_2")).isEqualTo(Decision.NO_GRANT);
        assertThat(grants.decide("com_1", "mem_bob", "chn_2")).isEqualTo(Decision.ALLOWED);
        assertThat(grants.decide("com_1", "mem_eve", "chn_1")).isEqualTo(Decision.NO_GRANT);
    }

    @Test
    void whatEndedStaysEndedHoweverOftenItIsHeardAgain() {
        assertThat(grants.decide("com_1", "mem_dan", "chn_1")).isEqualTo(Decision.GRANT_ENDED);
        assertThat(grants.held("com_1", "mem_dan")).containsExactly("course:*");
    }

    @Test
    void expiresByTheClockAlone() {
        now = UNTIL;
        assertThat(grants.decide("com_1", "mem_ada", "chn_1")).isEqualTo(Decision.GRANT_EXPIRED);
        now = FROM.minusMillis(1);
        assertThat(grants.decide("com_1", "mem_ada", "chn_1")).isEqualTo(Decision.GRANT_NOT_YET);
    }

    @Test
    void decidesForManyAtOnce() {
        assertThat(grants.decide("com_1", List.of("mem_ada", "mem_bob", "mem_dan", "mem_eve"), "chn_1"))
                .isEqualTo(Map.of(
                        "mem_ada", Decision.ALLOWED, "mem_bob", Decision.ALLOWED, "mem_dan", Decision.GRANT_ENDED));
    }

    @Test
    void grantsThatMeetOrOverlapAreOneTimeAndABreakBeginsAnother() {
        now = FROM.plus(Duration.ofDays(100));
        ArrivesTwice.check(
                mongo,
                HeldGrantProjection::new,
                new History()
                        .heard("grt_6", until("grt_6", "mem_meets", 0, 30))
                        .heard("grt_7", until("grt_7", "mem_meets", 30, 60))
                        .heard("grt_8", until("grt_8", "mem_meets", 40, 200))
                        .heard("grt_9", until("grt_9", "mem_meets", 150, 300))
                        .heard("grt_10", until("grt_10", "mem_back", 0, 30))
                        .heard("grt_11", until("grt_11", "mem_back", 31, 200))
                        .heard(
                                "grt_12",
                                until("grt_12", "mem_ended", 0, 200),
                                new GrantEnded("grt_12", FROM.plus(Duration.ofDays(50))))
                        .heard("grt_13", until("grt_13", "mem_ended", 60, 200))
                        .heard("grt_14", until("grt_14", "mem_gone", 0, 30)));

        assertThat(grants.unbrokenSince(
                        "com_1", List.of("mem_meets", "mem_back", "mem_ended", "mem_gone", "mem_eve"), "chn_1"))
                .isEqualTo(Map.of(
                        "mem_meets", FROM,
                        "mem_back", FROM.plus(Duration.ofDays(31)),
                        "mem_ended", FROM.plus(Duration.ofDays(60)),
                        "mem_gone", now,
                        "mem_eve", now));
    }

    private static GrantGranted until(String grantId, String memberId, int fromDay, int untilDay) {
        return granted(
                grantId,
                "com_1",
                memberId,
                "channel:chn_1",
                FROM.plus(Duration.ofDays(fromDay)),
                FROM.plus(Duration.ofDays(untilDay)));
    }

    private static GrantGranted granted(
            String grantId, String communityId, String memberId, String resource, @Nullable Instant until) {
        return granted(grantId, communityId, memberId, resource, FROM, until);
    }

    private static GrantGranted granted(
            String grantId,
            String communityId,
            String memberId,
            String resource,
            Instant from,
            @Nullable Instant until) {
        return new GrantGranted(grantId, communityId, memberId, resource, from, until);
    }
}
