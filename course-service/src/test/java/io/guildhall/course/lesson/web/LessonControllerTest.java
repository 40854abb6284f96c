package io.guildhall.course.lesson.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.guildhall.course.HeldRoles;
import io.guildhall.course.access.Access;
import io.guildhall.course.access.Decision;
import io.guildhall.course.authoring.CourseStatus;
import io.guildhall.course.authoring.LessonTitle;
import io.guildhall.course.catalogue.CourseOutline;
import io.guildhall.course.catalogue.Outlines;
import io.guildhall.course.catalogue.Reader;
import io.guildhall.course.catalogue.Readers;
import io.guildhall.course.lesson.Lesson;
import io.guildhall.course.lesson.Lessons;
import io.guildhall.platform.security.Roles;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(LessonController.class)
@Import(Readers.class)
class LessonControllerTest {

    private static final Reader ANYBODY = new Reader(null, false);
    private static final Reader AUTHOR = new Reader("mem_author", false);
    private static final Reader OTHER_AUTHOR = new Reader("mem_other", false);
    private static final Reader OWNER = new Reader("mem_owner", true);

    @Autowired
    MockMvcTester http;

    @MockitoBean
    Outlines outlines;

    @MockitoBean
    Lessons lessons;

    @MockitoBean
    Access access;

    @MockitoBean
    Roles roles;

    @BeforeEach
    void thereIsACourse() {
        for (Reader reader : List.of(ANYBODY, AUTHOR, OTHER_AUTHOR, OWNER)) {
            when(outlines.find("com_1", "crs_1", reader)).thenReturn(Optional.of(course(CourseStatus.PUBLISHED)));
        }
        when(lessons.find("les_1")).thenReturn(Optional.of(lesson("les_1", "first words")));
        when(lessons.find("les_2")).thenReturn(Optional.of(lesson("les_2", "secret words")));
        HeldRoles.give(roles, "mem_author", "com_1", "author");
        HeldRoles.give(roles, "mem_other", "com_1", "author");
        HeldRoles.give(roles, "mem_owner", "com_1", "owner");
        for (String member : List.of("mem_ada", "mem_other")) {
            when(access.decide("com_1", member, "crs_1")).thenReturn(Decision.NO_GRANT);
        }
    }

    @Test
    void opensTheFirstLessonToEverybody() {
        MvcTestResult answer = read(null, "les_1");

        assertThat(answer).hasStatus(200).bodyJson().extractingPath("$.html").isEqualTo("<p>first words</p>");
        assertThat(answer).bodyJson().extractingPath("$.free").isEqualTo(true);
    }

    @Test
    void asksForSignInBeforeAnyOther() {
        assertThat(read(null, "les_2")).hasStatus(401).bodyText().doesNotContain("secret", "Les two");
    }

    @Test
    void tellsWhoHasNoAccessWhatWouldOpenItAndNothingOfIt() {
        MvcTestResult answer = read("mem_ada", "les_2");

        assertThat(answer).hasStatus(403).bodyJson().extractingPath("$.code").isEqualTo("entitlement-required");
        assertThat(answer).bodyJson().extractingPath("$.reason").isEqualTo("no-grant");
        assertThat(answer).bodyJson().extractingPath("$.opens").asArray().containsExactly("course:crs_1", "course:*");
        assertThat(answer).bodyText().doesNotContain("secret", "Les two", "html");
    }

    @Test
    void tellsThatAccessHasExpired() {
        when(access.decide("com_1", "mem_ada", "crs_1")).thenReturn(Decision.GRANT_EXPIRED);

        assertThat(read("mem_ada", "les_2"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("grant-expired");
    }

    @Test
    void opensEveryLessonToWhoHasAccess() {
        when(access.decide("com_1", "mem_ada", "crs_1")).thenReturn(Decision.ALLOWED);

        assertThat(read("mem_ada", "les_2"))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.html")
                .isEqualTo("<p>secret words</p>");
    }

    @Test
    void opensEveryLessonToItsAuthorAndToOwnersButNotToOtherAuthors() {
        assertThat(read("mem_author", "les_2")).hasStatus(200);
        assertThat(read("mem_owner", "les_2")).hasStatus(200);
        assertThat(read("mem_other", "les_2")).hasStatus(403);
    }

    @Test
    void keepsTheFirstLessonOfADraftForThoseWhoWorkOnIt() {
        when(outlines.find("com_1", "crs_1", ANYBODY)).thenReturn(Optional.empty());
        when(outlines.find("com_1", "crs_1", AUTHOR)).thenReturn(Optional.of(course(CourseStatus.DRAFT)));

        assertThat(read(null, "les_1")).hasStatus(404);
        assertThat(read("mem_ada", "les_1")).hasStatus(404);
        assertThat(read("mem_author", "les_1"))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.free")
                .isEqualTo(false);
    }

    @Test
    void findsNoLessonThatTheCourseDoesNotHave() {
        when(lessons.find("les_9")).thenReturn(Optional.of(lesson("les_9", "of another course")));

        assertThat(read("mem_owner", "les_9")).hasStatus(404);
    }

    private MvcTestResult read(@Nullable String memberId, String lessonId) {
        var request = http.get().uri("/api/communities/com_1/courses/crs_1/lessons/" + lessonId);
        if (memberId != null) {
            request = request.with(jwt().jwt(token -> token.subject(memberId)));
        }
        return request.exchange();
    }

    private static CourseOutline course(CourseStatus status) {
        var titles = List.of(new LessonTitle("les_1", "Les one"), new LessonTitle("les_2", "Les two"));
        return new CourseOutline("crs_1", "com_1", 1, "mem_author", "Java", "", "en", status, titles, null, null);
    }

    private static Lesson lesson(String lessonId, String text) {
        return new Lesson(lessonId, "crs_1", "com_1", "Les", "<p>" + text + "</p>");
    }
}
