package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** From an empty folder to a completed course and back to a closed door, through the gateway, as users go. */
@Tag("long")
@ExtendWith(SharedStack.class)
class JourneyTest {

    private static final Pattern COURSE_ID = Pattern.compile("crs_[0-9a-f]{32}");

    private final LocalStack stack;
    private final String community;
    private final String course;

    JourneyTest(LocalStack stack) {
        this.stack = stack;
        this.community = stack.made("community");
        this.course = stack.made("course");
    }

    @Test
    void aNewcomerLearnsAWholeCourseThoughTheServiceDiesOnTheWay() throws InterruptedException {
        GuildhallClient learner = new Newcomers(stack).register("lin@example.org", "Lin Learner");
        String memberId = learner.get("/api/me").expect(200).text("memberId");
        List<String> lessons = lessons(learner);
        assertThat(lessons).hasSizeGreaterThanOrEqualTo(5);

        assertThat(lesson(learner, lessons.getFirst()).expect(200).body()).contains("<h");
        assertRefused(lesson(learner, lessons.get(1)));

        String grant = stack.owner()
                .post(
                        "/api/communities/" + community + "/grants",
                        Map.of("memberId", memberId, "resource", "course:" + course, "reason", "A scholarship"))
                .expect(201)
                .text("grantId");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lesson(learner, lessons.get(1)).status() == 200);

        learn(learner, lessons);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode progress = learner.get(courses() + "/" + course + "/progress")
                    .expect(200)
                    .json();
            assertThat(progress.path("completedLessonIds").size()).isEqualTo(lessons.size());
            assertThat(progress.path("completedAt").asString("")).isNotEmpty();
        });

        stack.owner()
                .send(
                        "DELETE",
                        "/api/communities/" + community + "/grants/" + grant,
                        Map.of("reason", "The scholarship has ended"))
                .expect(204);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> lesson(learner, lessons.get(1)).status() == 403);
        assertRefused(lesson(learner, lessons.get(1)));

        assertThat(stack.run("verify")).doesNotContain("not clean");
    }

    @Test
    void aFolderOfTextsBecomesADraftAndThenACourseThatIsLearned() throws InterruptedException {
        Hall hall = Hall.found(stack, "A hall with a library");
        String folder = stack.root()
                .resolve("deploy/local/src/main/resources/demo/event-sourcing-by-doing")
                .toString();
        stack.awaitQuiet(); // all services have heard whose it is
        String printed =
                stack.run("import", folder, "--community", hall.id(), "--title", "The same again", "-o", "json");
        Matcher imported = COURSE_ID.matcher(printed);
        assertThat(imported.find()).as(printed).isTrue();
        String course = imported.group();
        assertThat(stack.anyone().get(hall.path() + "/courses").expect(200).body())
                .doesNotContain("The same again");

        hall.publish(course);
        GuildhallClient learner = new Newcomers(stack).register("lou@example.org", "Lou");
        String member = learner.get("/api/me").expect(200).text("memberId");
        stack.owner()
                .post(
                        hall.path() + "/grants",
                        Map.of("memberId", member, "resource", "course:" + course, "reason", "A gift"))
                .expect(201);
        List<String> lessons = lessons(learner, hall.path() + "/courses/" + course);
        assertThat(lessons).hasSizeGreaterThanOrEqualTo(5);
        for (String lesson : lessons) {
            String url = hall.path() + "/courses/" + course + "/lessons/" + lesson;
            await().atMost(Duration.ofSeconds(30)).until(() -> learner.get(url).status() == 200);
            learner.post(url + "/completion", null).expect(200, 204);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !learner.get(hall.path() + "/courses/" + course + "/progress")
                        .json()
                        .path("completedAt")
                        .asString("")
                        .isEmpty());
    }

    @Test
    void aTokenThatWasEndedOpensNothingAMinuteLater() {
        Reply made = stack.owner()
                .post("/api/me/tokens", Map.of("name", "For a minute", "days", 1))
                .expect(201);
        GuildhallClient program = stack.anyone().withToken(made.text("token"));
        program.get("/api/me").expect(200);

        stack.owner()
                .send("DELETE", "/api/me/tokens/" + made.text("tokenId"), null)
                .expect(204);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> program.get("/api/me").status() == 401);
    }

    /** Half of the lessons are learned, then course-service is killed, then the rest. */
    private void learn(GuildhallClient learner, List<String> lessons) {
        int half = lessons.size() / 2;
        lessons.subList(0, half).forEach(lesson -> complete(learner, lesson));
        int restarts = stack.restarts("course-service");
        stack.kill("course-service");
        stack.awaitReady("course-service", restarts + 1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> learner.get(courses() + "/" + course).status() == 200);
        lessons.subList(half, lessons.size()).forEach(lesson -> complete(learner, lesson));
    }

    private void complete(GuildhallClient learner, String lesson) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            int status = learner.post(
                            courses() + "/" + course + "/lessons/" + lesson + "/completion",
                            null,
                            "Idempotency-Key",
                            "learned-" + lesson)
                    .status();
            assertThat(status).isIn(200, 204, 502, 503, 504);
            return status == 200 || status == 204;
        });
    }

    private void assertRefused(Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.problem()).isEqualTo("entitlement-required");
        assertThat(reply.json().path("opens").size()).isPositive();
        assertThat(reply.json().has("html")).isFalse();
    }

    private Reply lesson(GuildhallClient learner, String lesson) {
        return learner.get(courses() + "/" + course + "/lessons/" + lesson);
    }

    private List<String> lessons(GuildhallClient learner) {
        return lessons(learner, courses() + "/" + course);
    }

    private static List<String> lessons(GuildhallClient learner, String course) {
        return learner.get(course)
                .expect(200)
                .json()
                .path("lessons")
                .valueStream()
                .map(lesson -> lesson.path("lessonId").asString())
                .toList();
    }

    private String courses() {
        return "/api/communities/" + community + "/courses";
    }
}
