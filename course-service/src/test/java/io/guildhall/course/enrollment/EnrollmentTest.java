package io.guildhall.course.enrollment;

import io.guildhall.course.enrollment.EnrollmentCommand.CompleteLesson;
import io.guildhall.course.enrollment.EnrollmentCommand.EnrollMember;
import io.guildhall.course.enrollment.EnrollmentCommand.ReadLesson;
import io.guildhall.course.enrollment.EnrollmentEvent.CourseCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.LessonCompleted;
import io.guildhall.course.enrollment.EnrollmentEvent.LessonRead;
import io.guildhall.course.enrollment.EnrollmentEvent.MemberEnrolled;
import io.guildhall.platform.testing.AggregateFixtures;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class EnrollmentTest {

    private static final String GUILD = "com_1";
    private static final String JAVA = "crs_1";
    private static final String ADA = "mem_ada";
    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate MONDAY = SUNDAY.plusDays(1);
    private static final String ID = EnrollmentId.of(GUILD, JAVA, ADA);
    private static final MemberEnrolled ENROLLED = new MemberEnrolled(ID, GUILD, JAVA, ADA);
    private static final CourseCompleted COURSE_COMPLETED = new CourseCompleted(ID, GUILD, JAVA, ADA, 2);

    private final FixtureConfiguration<Enrollment> enrollment = AggregateFixtures.of(Enrollment.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(
                Enrollment.class,
                ENROLLED,
                wasRead("les_1", SUNDAY),
                completed("les_1"),
                completed("les_2"),
                COURSE_COMPLETED);
    }

    @Test
    void enrollsAMember() {
        enrollment
                .givenNoPriorActivity()
                .when(EnrollMember.of(GUILD, JAVA, ADA))
                .expectEvents(ENROLLED);
    }

    @Test
    void enrollsAMemberOnce() {
        enrollment
                .given(ENROLLED)
                .when(EnrollMember.of(GUILD, JAVA, ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void enrollsWhoCompletesALessonWithoutHavingBeen() {
        enrollment.givenNoPriorActivity().when(complete("les_1")).expectEvents(ENROLLED, completed("les_1"));
    }

    @Test
    void enrollsNobodyForALessonThatDoesNotCount() {
        enrollment
                .givenNoPriorActivity()
                .when(complete("les_9"))
                .expectNoEvents()
                .expectException(LessonNotInCourse.class);
    }

    @Test
    void enrollsWhoReadsALessonWithoutHavingBeen() {
        enrollment.givenNoPriorActivity().when(read("les_1", SUNDAY)).expectEvents(ENROLLED, wasRead("les_1", SUNDAY));
    }

    @Test
    void countsALessonAsReadOnceADay() {
        enrollment
                .given(ENROLLED, wasRead("les_1", SUNDAY))
                .when(read("les_1", SUNDAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void countsALessonAsReadAgainTheNextDay() {
        enrollment
                .given(ENROLLED, wasRead("les_1", SUNDAY))
                .when(read("les_1", MONDAY))
                .expectEvents(wasRead("les_1", MONDAY));
    }

    @Test
    void countsEachLessonOfADay() {
        enrollment
                .given(ENROLLED, wasRead("les_1", SUNDAY))
                .when(read("les_2", SUNDAY))
                .expectEvents(wasRead("les_2", SUNDAY));
    }

    @Test
    void countsNoDayThatComesLate() {
        enrollment
                .given(ENROLLED, wasRead("les_1", MONDAY))
                .when(read("les_1", SUNDAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void countsACompletedLessonAsRead() {
        enrollment
                .given(ENROLLED, completed("les_1"))
                .when(read("les_1", SUNDAY))
                .expectEvents(wasRead("les_1", SUNDAY));
    }

    @Test
    void readsNoLessonThatTheCourseDoesNotHave() {
        enrollment
                .givenNoPriorActivity()
                .when(read("les_9", SUNDAY))
                .expectNoEvents()
                .expectException(LessonNotInCourse.class);
    }

    @Test
    void completesALesson() {
        enrollment.given(ENROLLED).when(complete("les_2")).expectEvents(completed("les_2"));
    }

    @Test
    void countsALessonOnce() {
        enrollment
                .given(ENROLLED, completed("les_1"))
                .when(complete("les_1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void completesTheCourseWithItsLastLesson() {
        enrollment
                .given(ENROLLED, completed("les_2"))
                .when(complete("les_1"))
                .expectEvents(completed("les_1"), COURSE_COMPLETED);
    }

    @Test
    void completesACourseOfOneLessonAtOnce() {
        enrollment
                .givenNoPriorActivity()
                .when(CompleteLesson.of(GUILD, JAVA, ADA, "les_1", List.of("les_1")))
                .expectEvents(ENROLLED, completed("les_1"), new CourseCompleted(ID, GUILD, JAVA, ADA, 1));
    }

    @Test
    void completesACourseOnceEvenWhenItGrows() {
        enrollment
                .given(ENROLLED, completed("les_1"), completed("les_2"), COURSE_COMPLETED)
                .when(CompleteLesson.of(GUILD, JAVA, ADA, "les_3", List.of("les_1", "les_2", "les_3")))
                .expectEvents(completed("les_3"));
    }

    @Test
    void refusesALessonThatTheCourseDoesNotHave() {
        enrollment.given(ENROLLED).when(complete("les_9")).expectNoEvents().expectException(LessonNotInCourse.class);
    }

    private static ReadLesson read(String lessonId, LocalDate day) {
        return ReadLesson.of(GUILD, JAVA, ADA, lessonId, List.of("les_1", "les_2"), day);
    }

    private static LessonRead wasRead(String lessonId, LocalDate day) {
        return new LessonRead(ID, GUILD, JAVA, ADA, lessonId, day);
    }

    private static CompleteLesson complete(String lessonId) {
        return CompleteLesson.of(GUILD, JAVA, ADA, lessonId, List.of("les_1", "les_2"));
    }

    private static LessonCompleted completed(String lessonId) {
        return new LessonCompleted(ID, GUILD, JAVA, ADA, lessonId);
    }
}
