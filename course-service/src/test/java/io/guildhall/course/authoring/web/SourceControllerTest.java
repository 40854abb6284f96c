package io.guildhall.course.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.guildhall.course.HeldRoles;
import io.guildhall.course.authoring.CourseStatus;
import io.guildhall.course.authoring.LessonTitle;
import io.guildhall.course.catalogue.CourseOutline;
import io.guildhall.course.catalogue.Outlines;
import io.guildhall.course.catalogue.Reader;
import io.guildhall.course.catalogue.Readers;
import io.guildhall.course.lesson.Lessons;
import io.guildhall.platform.security.Roles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(SourceController.class)
@Import(Readers.class)
class SourceControllerTest {

    private static final String COURSES = "/api/communities/com_1/courses";

    @Autowired
    MockMvcTester http;

    @MockitoBean
    Outlines outlines;

    @MockitoBean
    Lessons lessons;

    @MockitoBean
    Roles roles;

    @BeforeEach
    void thereIsAPublishedCourse() {
        HeldRoles.give(roles, "mem_author", "com_1", "author");
        HeldRoles.give(roles, "mem_other", "com_1", "author");
        HeldRoles.give(roles, "mem_owner", "com_1", "owner");
        var course = new CourseOutline(
                "crs_1",
                "com_1",
                1,
                "mem_author",
                "Java",
                "All of it",
                "en",
                CourseStatus.PUBLISHED,
                List.of(new LessonTitle("les_1", "One"), new LessonTitle("les_2", "Two")),
                null,
                null);
        for (var reader : List.of(
                new Reader("mem_author", false), new Reader("mem_other", false), new Reader("mem_owner", true))) {
            when(outlines.find("com_1", "crs_1", reader)).thenReturn(Optional.of(course));
        }
        when(lessons.sources(List.of("les_1", "les_2"))).thenReturn(Map.of("les_2", "*two*", "les_1", "# 1"));
    }

    @Test
    void givesTheWholeCourseToItsAuthorAndToOwners() {
        for (String member : List.of("mem_author", "mem_owner")) {
            MvcTestResult answer = source(member);
            assertThat(answer)
                    .hasStatus(200)
                    .bodyJson()
                    .extractingPath("$.summary")
                    .isEqualTo("All of it");
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.lessons[0].markdown")
                    .isEqualTo("# 1");
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.lessons[1].markdown")
                    .isEqualTo("*two*");
        }
    }

    @Test
    void givesItToNobodyElse() {
        assertThat(source("mem_other")).hasStatus(404);
        assertThat(source("mem_ada")).hasStatus(403);
        assertThat(http.get().uri(COURSES + "/crs_1/source")).hasStatus(401);
    }

    @Test
    void givesNoHalfCourse() {
        when(lessons.sources(List.of("les_1", "les_2"))).thenReturn(Map.of("les_1", "# 1"));

        assertThat(source("mem_author")).hasStatus(503);
    }

    @Test
    void previewsALessonCleaned() {
        assertThat(preview("mem_author", "{\"markdown\": \"**x** <script>alert(1)</script>\"}"))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.html")
                .isEqualTo("<p><strong>x</strong> </p>\n");
        assertThat(preview("mem_author", "{\"markdown\": \"\"}")).hasStatus(200);
        assertThat(preview("mem_author", "{}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/markdown");
        assertThat(preview("mem_ada", "{\"markdown\": \"x\"}")).hasStatus(403);
    }

    private MvcTestResult source(String member) {
        return http.get()
                .uri(COURSES + "/crs_1/source")
                .with(jwt().jwt(token -> token.subject(member)))
                .exchange();
    }

    private MvcTestResult preview(String member, String body) {
        return http.post()
                .uri(COURSES + "/preview")
                .with(jwt().jwt(token -> token.subject(member)))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
