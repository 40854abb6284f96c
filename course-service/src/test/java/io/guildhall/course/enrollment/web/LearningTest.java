package io.guildhall.course.enrollment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.guildhall.course.access.Access;
import io.guildhall.course.access.Decision;
import io.guildhall.course.authoring.CourseStatus;
import io.guildhall.course.authoring.LessonTitle;
import io.guildhall.course.catalogue.CourseOutline;
import io.guildhall.course.catalogue.Outlines;
import io.guildhall.course.enrollment.EnrollmentCommand.CompleteLesson;
import io.guildhall.course.enrollment.EnrollmentCommand.ReadLesson;
import io.guildhall.course.enrollment.LessonNotInCourse;
import io.guildhall.course.enrollment.progress.CourseProgress;
import io.guildhall.course.enrollment.progress.Progress;
import io.guildhall.course.lesson.Lesson;
import io.guildhall.course.lesson.Lessons;
import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.security.Roles;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebMvcTest({LearningController.class, ProgressController.class})
class LearningTest {

    private static final String COURSE = "/api/communities/com_1/courses/crs_1";
    private static final Instant ENROLLED = Instant.parse("2026-01-01T00:00:00Z");
    private static final CourseOutline JAVA = new CourseOutline(
            "crs_1",
            "com_1",
            1,
            "mem_author",
            "Java",
            "",
            "en",
            CourseStatus.PUBLISHED,
            List.of(new LessonTitle("les_1", "One"), new LessonTitle("les_2", "Two")),
            null,
            ENROLLED);
    private static final CourseProgress HALF =
            new CourseProgress("enr_1", "com_1", 1, "crs_1", "mem_ada", ENROLLED, List.of("les_2"), null);

    @Autowired
    MockMvcTester http;

    @MockitoBean
    Commands commands;

    @MockitoBean
    Outlines outlines;

    @MockitoBean
    Access access;

    @MockitoBean
    Lessons lessons;

    @MockitoBean
    Progress progress;

    @MockitoBean
    Roles roles;

    @MockitoBean
    InstantSource clock;

    @BeforeEach
    void adaMayLearnJava() {
        when(outlines.published("com_1", "crs_1")).thenReturn(Optional.of(JAVA));
        when(access.decide("com_1", "mem_ada", "crs_1")).thenReturn(Decision.ALLOWED);
        when(commands.send(any())).thenReturn(new Answer(null, false));
        when(lessons.find("les_1"))
                .thenReturn(Optional.of(new Lesson("les_1", "crs_1", "com_1", "Les", "word ".repeat(100))));
        when(clock.instant()).thenReturn(Instant.parse("2026-03-01T23:59:59.999Z"));
    }

    @Test
    void readsALessonOfThePublishedCourseOnADayInUtc() {
        assertThat(reading(30).with(ada())).hasStatus(204);

        verify(commands)
                .send(ReadLesson.of(
                        "com_1", "crs_1", "mem_ada", "les_1", List.of("les_1", "les_2"), LocalDate.of(2026, 3, 1)));
    }

    @Test
    void readsNothingThatWasShownTooBriefly() {
        assertThat(reading(14).with(ada()))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("15 seconds");
        verifyNoInteractions(commands);
    }

    @Test
    void readsNothingWithoutSaying() {
        assertThat(http.post()
                        .uri(COURSE + "/lessons/les_1/reading")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(ada()))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/seconds");
    }

    private MockMvcTester.MockMvcRequestBuilder reading(int seconds) {
        return http.post()
                .uri(COURSE + "/lessons/les_1/reading")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"seconds\":%d}".formatted(seconds));
    }

    @Test
    void readsNothingWithoutAccess() {
        when(access.decide("com_1", "mem_ada", "crs_1")).thenReturn(Decision.NO_GRANT);

        assertThat(reading(30).with(ada()))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("entitlement-required");
        verifyNoInteractions(commands);
    }

    @Test
    void readsNothingOfACourseThatIsNotPublished() {
        when(outlines.published("com_1", "crs_1")).thenReturn(Optional.empty());

        assertThat(reading(30).with(ada())).hasStatus(404);
        verifyNoInteractions(commands);
    }

    @Test
    void readsNothingForWhoHasNotSignedIn() {
        assertThat(reading(30)).hasStatus(401);
        verifyNoInteractions(commands);
    }

    @Test
    void completesALessonOfThePublishedCourse() {
        assertThat(http.post().uri(COURSE + "/lessons/les_2/completion").with(ada()))
                .hasStatus(204);

        verify(commands).send(CompleteLesson.of("com_1", "crs_1", "mem_ada", "les_2", List.of("les_1", "les_2")));
    }

    @Test
    void completesNothingWithoutAccess() {
        when(access.decide("com_1", "mem_ada", "crs_1")).thenReturn(Decision.GRANT_ENDED);

        assertThat(http.post().uri(COURSE + "/lessons/les_1/completion").with(ada()))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("grant-ended");
        verifyNoInteractions(commands);
    }

    @Test
    void completesNothingOfACourseThatIsNotPublished() {
        when(outlines.published("com_1", "crs_1")).thenReturn(Optional.empty());

        assertThat(http.post().uri(COURSE + "/lessons/les_1/completion").with(ada()))
                .hasStatus(404);
        verifyNoInteractions(commands);
    }

    @Test
    void completesNoLessonThatTheCourseDoesNotHave() {
        when(commands.send(any())).thenThrow(new LessonNotInCourse("les_9"));

        assertThat(http.post().uri(COURSE + "/lessons/les_9/completion").with(ada()))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("lesson-not-in-course");
    }

    @Test
    void completesNothingForWhoHasNotSignedIn() {
        assertThat(http.post().uri(COURSE + "/lessons/les_1/completion")).hasStatus(401);
        verifyNoInteractions(commands);
    }

    @Test
    void showsHowFarTheCallerHasCome() {
        when(progress.find("com_1", "crs_1", "mem_ada")).thenReturn(Optional.of(HALF));

        assertThat(http.get().uri(COURSE + "/progress").with(ada()))
                .hasStatus(200)
                .bodyJson()
                .isStrictlyEqualTo("""
                    {"courseId": "crs_1", "title": "Java", "lessonCount": 2, "completedLessonIds": ["les_2"],
                     "enrolledAt": "2026-01-01T00:00:00Z", "completedAt": null}\
                    """);
    }

    @Test
    void showsNoProgressToWhoIsNotEnrolled() {
        assertThat(http.get().uri(COURSE + "/progress").with(ada())).hasStatus(404);
    }

    @Test
    void listsTheCallersCoursesThatArePublished() {
        var draft = new CourseProgress("enr_2", "com_1", 2, "crs_2", "mem_ada", ENROLLED, List.of(), null);
        when(progress.page("com_1", "mem_ada", new PageQuery(50, null))).thenReturn(Page.whole(List.of(HALF, draft)));
        when(outlines.published("com_1", List.of("crs_1", "crs_2"))).thenReturn(List.of(JAVA));

        assertThat(http.get().uri("/api/communities/com_1/enrollments").with(ada()))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.items[*].courseId")
                .asArray()
                .containsExactly("crs_1");
    }

    private static RequestPostProcessor ada() {
        return jwt().jwt(token -> token.subject("mem_ada"));
    }
}
