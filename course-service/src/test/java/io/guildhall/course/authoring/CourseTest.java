package io.guildhall.course.authoring;

import io.guildhall.course.authoring.CourseCommand.ApproveCourse;
import io.guildhall.course.authoring.CourseCommand.DraftCourse;
import io.guildhall.course.authoring.CourseCommand.PublishCourse;
import io.guildhall.course.authoring.CourseCommand.ReturnCourse;
import io.guildhall.course.authoring.CourseCommand.ReviseCourse;
import io.guildhall.course.authoring.CourseCommand.SubmitCourse;
import io.guildhall.course.authoring.CourseEvent.CourseApproved;
import io.guildhall.course.authoring.CourseEvent.CourseDrafted;
import io.guildhall.course.authoring.CourseEvent.CoursePublished;
import io.guildhall.course.authoring.CourseEvent.CourseReturned;
import io.guildhall.course.authoring.CourseEvent.CourseRevised;
import io.guildhall.course.authoring.CourseEvent.CourseSubmitted;
import io.guildhall.course.authoring.CourseEvent.LessonWritten;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.testing.AggregateFixtures;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final String COURSE = "crs_1";
    private static final String GUILD = "com_1";
    private static final Editor ADA = new Editor("mem_ada", false);
    private static final Editor BOB = new Editor("mem_bob", false);
    private static final Editor OWNER = new Editor("mem_owner", true);

    private static final LessonText FIRST = new LessonText("les_1", "First", "# One");
    private static final LessonText SECOND = new LessonText("les_2", "Second", "# Two");
    private static final CourseDrafted DRAFTED = new CourseDrafted(
            COURSE, GUILD, "mem_ada", "Java", "All of it", "en", List.of(title(FIRST), title(SECOND)));
    private static final CourseSubmitted SUBMITTED = new CourseSubmitted(COURSE, GUILD, "mem_ada");
    private static final CourseApproved APPROVED = new CourseApproved(COURSE, GUILD, "mem_owner");
    private static final CourseReturned RETURNED = new CourseReturned(COURSE, GUILD, "mem_owner", "too short");
    private static final CoursePublished PUBLISHED = new CoursePublished(COURSE, GUILD, "mem_owner");

    private final FixtureConfiguration<Course> course = AggregateFixtures.of(Course.class);

    @Test
    void survivesASnapshot() {
        AggregateFixtures.survivesASnapshot(Course.class, DRAFTED, SUBMITTED);
    }

    @Test
    void draftsACourseWithAllItsLessonsAtOnce() {
        course.givenNoPriorActivity()
                .when(new DraftCourse(COURSE, GUILD, ADA, "Java", "All of it", "en", List.of(FIRST, SECOND)))
                .expectEvents(DRAFTED, written(FIRST), written(SECOND));
    }

    @Test
    void revisesADraftAndSaysWhatFellOut() {
        var third = new LessonText("les_3", "Third", "# Three");
        var second = new LessonText("les_2", "Second, better", "# 2");

        drafted()
                .when(revision(ADA, List.of(second, third), List.of("les_3")))
                .expectEvents(
                        new CourseRevised(
                                COURSE,
                                GUILD,
                                "mem_ada",
                                "Java 25",
                                "More",
                                "en",
                                List.of(title(second), title(third)),
                                List.of("les_1")),
                        written(second),
                        written(third));
    }

    @Test
    void refusesARevisionWithALessonOfAnotherCourse() {
        drafted()
                .when(revision(ADA, List.of(new LessonText("les_other", "x", "x")), List.of()))
                .expectException(LessonNotOfCourse.class);
    }

    @Test
    void refusesARevisionThatNamesALessonTwice() {
        drafted().when(revision(ADA, List.of(FIRST, FIRST), List.of())).expectException(LessonGivenTwice.class);
    }

    @Test
    void forgetsADroppedLesson() {
        course.given(
                        DRAFTED,
                        new CourseRevised(
                                COURSE, GUILD, "mem_ada", "Java", "", "en", List.of(title(SECOND)), List.of("les_1")))
                .when(revision(ADA, List.of(FIRST), List.of()))
                .expectException(LessonNotOfCourse.class);
    }

    @Test
    void doesNotReviseWhatTheOwnersAreLookingAt() {
        course.given(DRAFTED, SUBMITTED)
                .when(revision(ADA, List.of(FIRST), List.of()))
                .expectException(CourseNotInDraft.class);
    }

    @Test
    void revisesWhatWasReturned() {
        course.given(DRAFTED, SUBMITTED, RETURNED)
                .when(revision(ADA, List.of(FIRST, SECOND), List.of()))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void submitsADraft() {
        drafted().when(new SubmitCourse(COURSE, GUILD, ADA)).expectEvents(SUBMITTED);
    }

    @Test
    void submitsADraftOnce() {
        course.given(DRAFTED, SUBMITTED)
                .when(new SubmitCourse(COURSE, GUILD, ADA))
                .expectException(CourseNotInDraft.class);
    }

    @Test
    void submitsAgainWhatWasReturned() {
        course.given(DRAFTED, SUBMITTED, RETURNED)
                .when(new SubmitCourse(COURSE, GUILD, ADA))
                .expectEvents(SUBMITTED);
    }

    @Test
    void approvesWhatWasSubmitted() {
        course.given(DRAFTED, SUBMITTED)
                .when(new ApproveCourse(COURSE, GUILD, OWNER))
                .expectEvents(APPROVED);
    }

    @Test
    void approvesNothingThatWasNotSubmitted() {
        drafted().when(new ApproveCourse(COURSE, GUILD, OWNER)).expectException(CourseNotSubmitted.class);
    }

    @Test
    void returnsWithAReason() {
        course.given(DRAFTED, SUBMITTED)
                .when(new ReturnCourse(COURSE, GUILD, OWNER, "too short"))
                .expectEvents(RETURNED);
    }

    @Test
    void returnsNothingThatWasApproved() {
        course.given(DRAFTED, SUBMITTED, APPROVED)
                .when(new ReturnCourse(COURSE, GUILD, OWNER, "too late"))
                .expectException(CourseNotSubmitted.class);
    }

    @Test
    void publishesWhatWasApproved() {
        course.given(DRAFTED, SUBMITTED, APPROVED)
                .when(new PublishCourse(COURSE, GUILD, OWNER))
                .expectEvents(PUBLISHED);
    }

    @Test
    void publishesNothingThatWasNotApproved() {
        course.given(DRAFTED, SUBMITTED)
                .when(new PublishCourse(COURSE, GUILD, OWNER))
                .expectException(CourseNotApproved.class);
    }

    @Test
    void publishesOnce() {
        course.given(DRAFTED, SUBMITTED, APPROVED, PUBLISHED)
                .when(new PublishCourse(COURSE, GUILD, OWNER))
                .expectException(CourseNotApproved.class);
    }

    @Test
    void hidesACourseFromOtherAuthors() {
        drafted().when(new SubmitCourse(COURSE, GUILD, BOB)).expectException(NotFound.class);
    }

    @Test
    void letsAnOwnerWorkOnEverybodysCourses() {
        drafted()
                .when(new SubmitCourse(COURSE, GUILD, OWNER))
                .expectEvents(new CourseSubmitted(COURSE, GUILD, "mem_owner"));
    }

    @Test
    void hidesACourseFromOtherCommunities() {
        drafted().when(new SubmitCourse(COURSE, "com_2", OWNER)).expectException(NotFound.class);
    }

    @Test
    void doesNotKnowACourseThatWasNeverDrafted() {
        course.givenNoPriorActivity()
                .when(new SubmitCourse(COURSE, GUILD, OWNER))
                .expectException(AggregateNotFoundException.class);
    }

    private TestExecutor<Course> drafted() {
        return course.given(DRAFTED, written(FIRST), written(SECOND));
    }

    private static ReviseCourse revision(Editor editor, List<LessonText> lessons, List<String> added) {
        return new ReviseCourse(COURSE, GUILD, editor, "Java 25", "More", "en", lessons, added);
    }

    private static LessonTitle title(LessonText lesson) {
        return LessonTitle.of(lesson);
    }

    private static LessonWritten written(LessonText lesson) {
        return new LessonWritten(COURSE, GUILD, lesson.lessonId(), lesson.title(), lesson.markdown());
    }
}
