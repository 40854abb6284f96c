package io.guildhall.course.rating;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.guildhall.course.access.Access;
import io.guildhall.course.access.Decision;
import io.guildhall.course.access.EntitlementRequired;
import io.guildhall.course.enrollment.EnrollmentEvent.CourseCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.LessonCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.MemberEnrolled;
import io.guildhall.course.enrollment.EnrollmentId;
import io.guildhall.platform.testing.ArrivesTwice;
import io.guildhall.platform.testing.History;
import io.guildhall.platform.testing.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class RatersTest {

    private static final String ADA = EnrollmentId.of("com_1", "crs_1", "mem_ada");
    private static final String BOB = EnrollmentId.of("com_1", "crs_1", "mem_bob");

    private final MongoTemplate mongo = Servers.mongo(RatersTest.class);
    private final Access access = mock(Access.class);
    private final Raters raters = new Raters(mongo, access);

    /** Ada has completed the course, Bob a lesson of it, Cyd nothing. */
    @BeforeEach
    void someHaveLearned() {
        ArrivesTwice.check(
                mongo,
                RaterProjection::new,
                new History()
                        .own(
                                new MemberEnrolled(ADA, "com_1", "crs_1", "mem_ada"),
                                new MemberEnrolled(BOB, "com_1", "crs_1", "mem_bob"),
                                new LessonCompleted(BOB, "com_1", "crs_1", "mem_bob", "les_1"),
                                new LessonCompleted(ADA, "com_1", "crs_1", "mem_ada", "les_1"),
                                new CourseCompleted(ADA, "com_1", "crs_1", "mem_ada", 1)));
    }

    @Test
    void whoHasCompletedTheCourseMayRateItForGood() {
        access("mem_ada", Decision.GRANT_ENDED);

        assertThatCode(() -> raters.require("com_1", "crs_1", "mem_ada")).doesNotThrowAnyException();
    }

    @Test
    void whoIsEnrolledMayRateWhileAccessLasts() {
        access("mem_bob", Decision.ALLOWED);
        assertThatCode(() -> raters.require("com_1", "crs_1", "mem_bob")).doesNotThrowAnyException();

        access("mem_bob", Decision.GRANT_EXPIRED);
        assertThatThrownBy(() -> raters.require("com_1", "crs_1", "mem_bob")).isInstanceOf(EntitlementRequired.class);
    }

    @Test
    void whoHasNotBegunMayNot() {
        access("mem_cyd", Decision.ALLOWED);
        assertThatThrownBy(() -> raters.require("com_1", "crs_1", "mem_cyd")).isInstanceOf(LearnersOnly.class);

        access("mem_cyd", Decision.NO_GRANT);
        assertThatThrownBy(() -> raters.require("com_1", "crs_1", "mem_cyd")).isInstanceOf(EntitlementRequired.class);
    }

    private void access(String memberId, Decision decision) {
        when(access.decide("com_1", memberId, "crs_1")).thenReturn(decision);
    }
}
