package io.guildhall.course.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.guildhall.course.HeldRoles;
import io.guildhall.course.authoring.CourseCommand.DraftCourse;
import io.guildhall.course.authoring.CourseCommand.ReviseCourse;
import io.guildhall.course.authoring.CourseNotInDraft;
import io.guildhall.course.authoring.Editor;
import io.guildhall.course.authoring.LessonText;
import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.security.Roles;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebMvcTest(DraftingController.class)
@Import(Editors.class)
class DraftingControllerTest {

    private static final String COURSES = "/api/communities/com_1/courses";

    @Autowired
    MockMvcTester http;

    @MockitoBean
    Commands commands;

    @MockitoBean
    Roles roles;

    @BeforeEach
    void adaIsAnAuthor() {
        HeldRoles.give(roles, "mem_ada", "com_1", "author");
        when(commands.send(any())).thenReturn(new Answer(null, false));
    }

    @Test
    void draftsAWholeCourse() {
        MvcTestResult answer = post("""
            {"title": " Java ", "summary": "All of it", "language": "en",
             "lessons": [{"title": "One", "markdown": "# 1"}, {"title": "Two", "markdown": "# 2"}]}\
            """);

        var sent = ArgumentCaptor.forClass(DraftCourse.class);
        verify(commands).send(sent.capture());
        DraftCourse draft = sent.getValue();
        assertThat(draft)
                .isEqualTo(new DraftCourse(
                        draft.courseId(),
                        "com_1",
                        new Editor("mem_ada", false),
                        "Java",
                        "All of it",
                        "en",
                        List.of(
                                new LessonText(draft.lessons().get(0).lessonId(), "One", "# 1"),
                                new LessonText(draft.lessons().get(1).lessonId(), "Two", "# 2"))));
        assertThat(answer).hasStatus(201).hasHeader("Location", COURSES + "/" + draft.courseId());
        assertThat(answer).bodyJson().extractingPath("$.courseId").isEqualTo(draft.courseId());
        assertThat(answer).bodyJson().extractingPath("$.lessons[1].title").isEqualTo("Two");
    }

    @Test
    void givesNewIdsToNewLessonsOfARevisionOnly() {
        assertThat(http.put()
                        .uri(COURSES + "/crs_1")
                        .with(ada())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                            {"title": "Java", "lessons": [{"lessonId": "les_2", "title": "Two", "markdown": "2"},
                             {"title": "Three", "markdown": "3"}]}\
                            """))
                .hasStatus(200);

        var sent = ArgumentCaptor.forClass(ReviseCourse.class);
        verify(commands).send(sent.capture());
        ReviseCourse revision = sent.getValue();
        assertThat(revision.courseId()).isEqualTo("crs_1");
        assertThat(revision.language()).isEqualTo("zh-CN");
        assertThat(revision.lessons().getFirst().lessonId()).isEqualTo("les_2");
        assertThat(revision.newLessonIds())
                .containsExactly(revision.lessons().getLast().lessonId());
    }

    @Test
    void saysInTheLanguageOfTheCallerWhyADraftCannotBeRevised() {
        when(commands.send(any())).thenThrow(new CourseNotInDraft("published"));

        MvcTestResult answer = http.put()
                .uri(COURSES + "/crs_1")
                .with(ada())
                .header("Accept-Language", "zh-CN")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"title\": \"Java\", \"lessons\": [{\"title\": \"Two\", \"markdown\": \"2\"}]}")
                .exchange();

        assertThat(answer)
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/course-not-in-draft");
        assertThat(answer).bodyJson().extractingPath("$.detail").isEqualTo("只有草稿才能修改或提交；该课程的状态是 published。");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"title": " ", "lessons": [{"title": "a", "markdown": "b"}]}                     | /title
        {"lessons": [{"title": "a", "markdown": "b"}]}                                   | /title
        {"title": "a", "lessons": []}                                                    | /lessons
        {"title": "a"}                                                                   | /lessons
        {"title": "a", "lessons": [null]}                                                | /lessons/0
        {"title": "a", "lessons": [{"title": "a", "markdown": ""}]}                      | /lessons/0/markdown
        {"title": "a", "lessons": [{"title": "a", "markdown": "b"}, {"markdown": "b"}]}  | /lessons/1/title
        {"title": "a", "lessons": [{"title": "a", "markdown": "\\ud800"}]}               | /lessons/0/markdown
        {"title": "a", "language": "fr", "lessons": [{"title": "a", "markdown": "b"}]}   | /language
        """)
    void pointsAtWhatIsNotValid(String body, String pointer) {
        MvcTestResult answer = post(body);

        assertThat(answer)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(pointer);
        assertThat(answer).bodyJson().extractingPath("$.errors.length()").isEqualTo(1);
        verifyNoInteractions(commands);
    }

    @Test
    void takesALessonOf256KbAndNoneThatIsLonger() {
        assertThat(post(draftOf("字".repeat(256 * 1024 / 3)))).hasStatus(201);
        assertThat(post(draftOf("字".repeat(256 * 1024 / 3 + 1)))).hasStatus(422);
    }

    @Test
    void takes300LessonsAndNotOneMore() {
        String lesson = "{\"title\": \"a\", \"markdown\": \"b\"},";
        String most = lesson.repeat(299) + lesson.substring(0, lesson.length() - 1);

        assertThat(post("{\"title\": \"a\", \"lessons\": [" + most + "]}")).hasStatus(201);
        assertThat(post("{\"title\": \"a\", \"lessons\": [" + lesson + most + "]}"))
                .hasStatus(422);
    }

    @Test
    void knowsNoPropertyThatNobodyMayChoose() {
        assertThat(post("{\"title\": \"a\", \"authorId\": \"mem_eve\", \"lessons\": [{\"title\": \"a\","
                        + " \"markdown\": \"b\"}]}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown-property");
        verifyNoInteractions(commands);
    }

    @Test
    void asksWhoHasNotSignedInToDoSo() {
        assertThat(http.post()
                        .uri(COURSES)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(draftOf("b")))
                .hasStatus(401);
        verifyNoInteractions(commands);
    }

    @Test
    void takesNothingFromWhoIsNoAuthor() {
        HeldRoles.give(roles, "mem_ada", "com_1", "moderator");

        assertThat(post(draftOf("b"))).hasStatus(403);
        verifyNoInteractions(commands);
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri(COURSES)
                .with(ada())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String draftOf(String markdown) {
        return "{\"title\": \"a\", \"lessons\": [{\"title\": \"a\", \"markdown\": \"" + markdown + "\"}]}";
    }

    private static RequestPostProcessor ada() {
        return jwt().jwt(token -> token.subject("mem_ada"));
    }
}
