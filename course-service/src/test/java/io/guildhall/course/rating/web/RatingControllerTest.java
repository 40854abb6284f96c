package io.guildhall.course.rating.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import io.guildhall.course.authoring.CourseStatus;
import io.guildhall.course.authoring.LessonTitle;
import io.guildhall.course.catalogue.CourseOutline;
import io.guildhall.course.catalogue.Outlines;
import io.guildhall.course.rating.LearnersOnly;
import io.guildhall.course.rating.Raters;
import io.guildhall.course.rating.Rating;
import io.guildhall.course.rating.RatingCommand.GiveRating;
import io.guildhall.course.rating.Ratings;
import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.security.Roles;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebMvcTest(RatingController.class)
class RatingControllerTest {

    private static final String RATINGS = "/api/communities/com_1/courses/crs_1/ratings";
    private static final Instant GIVEN = Instant.parse("2026-03-01T08:00:00Z");
    private static final CourseOutline JAVA = new CourseOutline(
            "crs_1",
            "com_1",
            1,
            "mem_author",
            "Java",
            "",
            "en",
            CourseStatus.PUBLISHED,
            List.of(new LessonTitle("les_1", "One")),
            null,
            GIVEN);
    private static final Rating ADAS = new Rating("rat_1", "com_1", "crs_1", "mem_ada", 7, 4, "good", GIVEN);

    @Autowired
    MockMvcTester http;

    @MockitoBean
    Commands commands;

    @MockitoBean
    Outlines outlines;

    @MockitoBean
    Raters raters;

    @MockitoBean
    Ratings ratings;

    @MockitoBean
    Roles roles;

    @BeforeEach
    void javaIsPublished() {
        when(outlines.published("com_1", "crs_1")).thenReturn(Optional.of(JAVA));
        when(commands.send(any())).thenReturn(new Answer(null, false));
    }

    @Test
    void takesStarsAndAComment() {
        assertThat(give("{\"stars\": 4, \"comment\": \"  good \"}")).hasStatus(204);

        verify(commands).send(GiveRating.of("com_1", "crs_1", "mem_ada", 4, "good"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"stars\": 4}", "{\"stars\": 4, \"comment\": null}", "{\"stars\": 4, \"comment\": \" \"}"})
    void takesStarsAlone(String body) {
        assertThat(give(body)).hasStatus(204);

        verify(commands).send(GiveRating.of("com_1", "crs_1", "mem_ada", 4, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"stars\": 0}", "{\"stars\": 6}", "{\"comment\": \"good\"}"})
    void pointsToStarsThatAreNone(String body) {
        assertThat(give(body))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/stars");
        verifyNoInteractions(commands);
    }

    @Test
    void takesNothingFromWhoMayNotRate() {
        doThrow(new LearnersOnly()).when(raters).require("com_1", "crs_1", "mem_ada");

        assertThat(give("{\"stars\": 4}"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("learners-only");
        verifyNoInteractions(commands);
    }

    @Test
    void knowsNoCourseThatIsNotPublished() {
        when(outlines.published("com_1", "crs_1")).thenReturn(Optional.empty());

        assertThat(give("{\"stars\": 4}")).hasStatus(404);
        assertThat(get("/mine", ada())).hasStatus(404);
        assertThat(get("", ada())).hasStatus(404);
        verifyNoInteractions(commands, ratings);
    }

    @Test
    void knowsNobodyWhoHasNotSignedIn() {
        assertThat(http.put()
                        .uri(RATINGS + "/mine")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"stars\": 4}"))
                .hasStatus(401);
        assertThat(get("/mine", null)).hasStatus(401);
        assertThat(get("", null)).hasStatus(401);
        verifyNoInteractions(commands, ratings);
    }

    @Test
    void showsTheCallersRating() {
        when(ratings.find("com_1", "crs_1", "mem_ada")).thenReturn(Optional.of(ADAS));

        assertThat(get("/mine", ada())).hasStatus(200).bodyJson().isStrictlyEqualTo("""
            {"memberId": "mem_ada", "stars": 4, "comment": "good", "givenAt": "2026-03-01T08:00:00Z"}\
            """);
    }

    @Test
    void showsNoRatingToWhoHasGivenNone() {
        assertThat(get("/mine", ada())).hasStatus(404);
    }

    @Test
    void listsRatings() {
        when(ratings.page("crs_1", new PageQuery(1, "9"))).thenReturn(Page.whole(List.of(ADAS)));

        assertThat(get("?limit=1&after=9", ada()))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.items[*].memberId")
                .asArray()
                .containsExactly("mem_ada");
    }

    private MvcTestResult give(String body) {
        return http.put()
                .uri(RATINGS + "/mine")
                .with(ada())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String path, @Nullable RequestPostProcessor caller) {
        var request = http.get().uri(RATINGS + path);
        return caller == null ? request.exchange() : request.with(caller).exchange();
    }

    private static RequestPostProcessor ada() {
        return jwt().jwt(token -> token.subject("mem_ada"));
    }
}
