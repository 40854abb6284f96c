package io.guildhall.course.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.guildhall.course.HeldRoles;
import io.guildhall.course.authoring.CourseCommand;
import io.guildhall.course.authoring.CourseCommand.ApproveCourse;
import io.guildhall.course.authoring.CourseCommand.PublishCourse;
import io.guildhall.course.authoring.CourseCommand.ReturnCourse;
import io.guildhall.course.authoring.CourseCommand.SubmitCourse;
import io.guildhall.course.authoring.CourseNotSubmitted;
import io.guildhall.course.authoring.Editor;
import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Roles;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(ReviewController.class)
@Import(Editors.class)
class ReviewControllerTest {

    private static final Editor OWNER = new Editor("mem_owner", true);
    private static final String REASON = "{\"reason\": \"too short\"}";

    @Autowired
    MockMvcTester http;

    @MockitoBean
    Commands commands;

    @MockitoBean
    Roles roles;

    @BeforeEach
    void thereIsAnOwnerAndAnAuthor() {
        HeldRoles.give(roles, "mem_owner", "com_1", "owner");
        HeldRoles.give(roles, "mem_ada", "com_1", "author");
        when(commands.send(any())).thenReturn(new Answer(null, false));
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of("submission", "", new SubmitCourse("crs_1", "com_1", OWNER)),
                Arguments.of("approval", "", new ApproveCourse("crs_1", "com_1", OWNER)),
                Arguments.of("return", REASON, new ReturnCourse("crs_1", "com_1", OWNER, "too short")),
                Arguments.of("publication", "", new PublishCourse("crs_1", "com_1", OWNER)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void sendsWhatTheOwnerAsksFor(String step, String body, CourseCommand command) {
        assertThat(post("mem_owner", step, body)).hasStatus(204);

        verify(commands).send(command);
    }

    @Test
    void letsAnAuthorSubmit() {
        assertThat(post("mem_ada", "submission", "")).hasStatus(204);

        verify(commands).send(new SubmitCourse("crs_1", "com_1", new Editor("mem_ada", false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approval", "return", "publication"})
    void leavesTheReviewToOwners(String step) {
        assertThat(post("mem_ada", step, REASON)).hasStatus(403);
        verifyNoInteractions(commands);
    }

    @Test
    void tellsWhatStateIsInTheWay() {
        when(commands.send(any())).thenThrow(new CourseNotSubmitted("draft"));

        MvcTestResult answer = post("mem_owner", "approval", "");

        assertThat(answer).hasStatus(409).bodyJson().extractingPath("$.code").isEqualTo("course-not-submitted");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("Only a submitted course can be approved or returned; this course is draft.");
    }

    @Test
    void doesNotTellAHiddenCourseFromAMissingOne() {
        when(commands.send(any())).thenThrow(new NotFound());

        assertThat(post("mem_ada", "submission", "")).hasStatus(404);
    }

    @Test
    void returnsNothingWithoutAReason() {
        assertThat(post("mem_owner", "return", "{\"reason\": \" \"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/reason");
        verifyNoInteractions(commands);
    }

    private MvcTestResult post(String memberId, String step, String body) {
        return http.post()
                .uri("/api/communities/com_1/courses/crs_1/" + step)
                .with(jwt().jwt(token -> token.subject(memberId)))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
