package io.guildhall.course.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.course.Facts;
import io.guildhall.course.TestStore;
import io.guildhall.course.access.inbox.GrantEnded;
import io.guildhall.course.access.inbox.GrantGranted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final String JAVA = "crs_01980000000070008000000000000001";
    private static final String RUST = "crs_01980000000070008000000000000002";
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(30));

    private final TestStore store = TestStore.open(AccessTest.class);
    private final HeldGrantProjection projection = new HeldGrantProjection(store.models());
    private Instant now = FROM.plus(Duration.ofDays(1));
    private final Access access = new Access(store.mongo(), () -> now);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void isRefusedWithoutAGrant() {
        assertThat(decision("mem_ada", JAVA)).isEqualTo(Decision.NO_GRANT);
    }

    @Test
    void isGivenByAGrantForTheCourseAndForNoOther() {
        hear(grant("grt_1", "com_1", "course:" + JAVA, null));

        assertThat(decision("mem_ada", JAVA)).isEqualTo(Decision.ALLOWED);
        assertThat(decision("mem_ada", RUST)).isEqualTo(Decision.NO_GRANT);
        assertThat(decision("mem_bob", JAVA)).isEqualTo(Decision.NO_GRANT);
    }

    @Test
    void isGivenByAGrantForAllCoursesOfTheCommunityOnly() {
        hear(grant("grt_1", "com_2", "course:*", null));
        assertThat(decision("mem_ada", JAVA)).isEqualTo(Decision.NO_GRANT);

        hear(grant("grt_2", "com_1", "course:*", null));
        assertThat(decision("mem_ada", JAVA)).isEqualTo(Decision.ALLOWED);
    }

    @Test
    void isNotGivenByAnotherCommunityThatNamesTheCourse() {
        hear(grant("grt_1", "com_2", "course:" + JAVA, null));

        assertThat(decision("mem_ada", JAVA)).isEqualTo(Decision.NO_GRANT);
    }

    @Test
    void expiresByTheClockAlone() {
        hear(grant("grt_1", "com_1", "course:" + JAVA, UNTIL));
        assertThat(decision("mem_ada", JAVA)).isEqualTo(Decision.ALLOWED);

        now = UNTIL;
        assertThat(decision("mem_ada", JAVA)).isEqualTo(Decision.GRANT_EXPIRED);
    }

    @Test
    void goesOnWhereTheNextGrantBegins() {
        hear(grant("grt_1", "com_1", "course:" + JAVA, UNTIL));
        hear(new GrantGranted("grt_2", "com_1", "mem_ada", "course:" + JAVA, UNTIL, UNTIL.plus(Duration.ofDays(30))));

        for (Instant each : List.of(now, UNTIL.minusNanos(1), UNTIL, UNTIL.plusNanos(1))) {
            now = each;
            assertThat(decision("mem_ada", JAVA)).isEqualTo(Decision.ALLOWED);
        }
    }

    @Test
    void endsWithItsGrantHoweverOftenThatIsHeardAgain() {
        var granted = grant("grt_1", "com_1", "course:" + JAVA, null);
        for (int i = 0; i < 2; i++) {
            projection.on(granted, Facts.heard("grt_1", 0));
            projection.on(new GrantEnded("grt_1", now), Facts.heard("grt_1", 1));
            projection.on(granted, Facts.heard("grt_1", 0));
        }

        assertThat(decision("mem_ada", JAVA)).isEqualTo(Decision.GRANT_ENDED);
        assertThat(store.mongo().findAll(HeldGrant.class)).hasSize(1);
    }

    @Test
    void staysWhenOneOfTwoGrantsEnds() {
        hear(grant("grt_1", "com_1", "course:" + JAVA, null));
        hear(grant("grt_2", "com_1", "course:*", null));
        projection.on(new GrantEnded("grt_1", now), Facts.heard("grt_1", 1));

        assertThat(decision("mem_ada", JAVA)).isEqualTo(Decision.ALLOWED);
    }

    private void hear(GrantGranted granted) {
        projection.on(granted, Facts.heard(granted.grantId(), 0));
    }

    private Decision decision(String memberId, String courseId) {
        return access.decide("com_1", memberId, courseId);
    }

    private static GrantGranted grant(String grantId, String communityId, String resource, @Nullable Instant until) {
        return new GrantGranted(grantId, communityId, "mem_ada", resource, FROM, until);
    }
}
