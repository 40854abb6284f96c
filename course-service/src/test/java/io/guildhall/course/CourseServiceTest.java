package io.guildhall.course;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.Ports;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.NoFullScans;
import io.guildhall.platform.testing.Servers;
import io.guildhall.platform.testing.TestIssuer;
import io.guildhall.platform.testing.contract.ApiContract;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole service on a real store and broker, asked over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("local")
@Import(TestIssuer.Trusted.class)
@ExtendWith(NoFullScans.class)
class CourseServiceTest {

    private static final String CANARY = "nobody but readers sees this";
    private static final int PORT = Ports.free();
    private static MemberTopic members;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        Servers.register(registry, CourseServiceTest.class);
        registry.add("server.port", () -> PORT);
    }

    @Autowired
    EventLogs logs;

    @Autowired
    InstantSource clock;

    private final String community = Ids.next("com");
    private final String courses = "/api/communities/" + community + "/courses";
    private final Client nobody;
    private final Client owner;
    private final Client author;
    private final Client learner;

    @Autowired
    CourseServiceTest(TestIssuer issuer) {
        nobody = Client.nobody(PORT, issuer);
        owner = nobody.somebody();
        author = nobody.somebody();
        learner = nobody.somebody();
    }

    @BeforeAll
    static void listenToMembers() {
        members = new MemberTopic(Servers.kafka());
    }

    @BeforeEach
    void thereAreAnOwnerAndAnAuthor() {
        members.role(owner.id(), community, "owner");
        members.role(author.id(), community, "author");
        for (Client staff : List.of(owner, author)) {
            await().untilAsserted(() -> staff.post(courses, "{}").expectStatus().isEqualTo(422));
        }
    }

    @Test
    void aMemberLearnsACourse() {
        JsonNode drafted = body(author.post(courses, course("# First", "**Second**")));
        String course = courses + "/" + drafted.path("courseId").asString();
        String resource = "course:" + drafted.path("courseId").asString();
        String first = lesson(course, drafted, 0);
        String second = lesson(course, drafted, 1);

        publish(course);
        nobody.get(first).expectBody().jsonPath("$.html").isEqualTo("<h1>First</h1>\n");
        nobody.get(second).expectStatus().isUnauthorized();
        learner.get(second)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.opens[0]")
                .isEqualTo(resource);

        String grant = Ids.next("grt");
        members.grant(grant, learner.id(), community, resource, clock.instant());
        await().untilAsserted(() -> learner.get(second).expectStatus().isOk());
        await().untilAsserted(() -> learner.get("/api/communities/" + community + "/enrollments")
                .expectBody()
                .jsonPath("$.items[0].title")
                .isEqualTo("Java"));

        for (String lesson : List.of(first, second, first)) {
            learner.post(lesson + "/completion").expectStatus().isNoContent();
        }
        await().untilAsserted(() -> learner.get(course + "/progress")
                .expectBody()
                .jsonPath("$.completedAt")
                .isNotEmpty());

        members.end(grant, learner.id(), community, resource, clock.instant());
        await().untilAsserted(() -> learner.get(second)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("grant-ended"));
        learner.post(second + "/completion").expectStatus().isForbidden();
        learner.get(course + "/progress")
                .expectBody()
                .jsonPath("$.completedLessonIds.length()")
                .isEqualTo(2);
    }

    @Test
    void aLearnerReadsAndRatesACourse() {
        JsonNode drafted = body(author.post(courses, course("# First", "**Second**")));
        String course = courses + "/" + drafted.path("courseId").asString();
        String second = lesson(course, drafted, 1);
        String mine = course + "/ratings/mine";
        publish(course);
        learner.post(second + "/reading", "{\"seconds\":30}").expectStatus().isForbidden();
        learner.put(mine, rating(5, "")).expectStatus().isForbidden();

        String grant = Ids.next("grt");
        members.grant(grant, learner.id(), community, "course:*", clock.instant());
        await().untilAsserted(() -> learner.get(second).expectStatus().isOk());
        learner.put(mine, rating(5, ""))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("learners-only");
        learner.get(mine).expectStatus().isNotFound();

        long head = log().head();
        for (int i = 0; i < 3; i++) {
            learner.post(second + "/reading", "{\"seconds\":30}").expectStatus().isNoContent();
        }
        assertThat(stored(head)).containsExactly("course.enrollment.member-enrolled", "course.enrollment.lesson-read");

        await().untilAsserted(() ->
                learner.put(mine, rating(2, "too short")).expectStatus().isNoContent());
        learner.put(mine, rating(4, CANARY)).expectStatus().isNoContent();
        await().untilAsserted(() -> nobody.get(course)
                .expectBody()
                .jsonPath("$.rating.average")
                .isEqualTo(4.0)
                .jsonPath("$.rating.count")
                .isEqualTo(1));
        learner.get(mine).expectBody().jsonPath("$.stars").isEqualTo(4);
        owner.get(course + "/ratings")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].comment")
                .isEqualTo(CANARY);
        nobody.get(course + "/ratings").expectStatus().isUnauthorized();
        assertThat(log().after(head, 100).toString())
                .contains("course.rating.given")
                .doesNotContain(CANARY);

        members.end(grant, learner.id(), community, "course:*", clock.instant());
        await().untilAsserted(
                        () -> learner.put(mine, rating(1, "")).expectStatus().isForbidden());
    }

    @Test
    void aBadRatingIsRefusedAndToldWhere() {
        JsonNode drafted = body(author.post(courses, course("# First")));
        String course = courses + "/" + drafted.path("courseId").asString();
        learner.put(course + "/ratings/mine", rating(5, "")).expectStatus().isNotFound();
        publish(course);
        long head = log().head();

        for (String bad : List.of("{\"stars\": 0}", "{\"stars\": 6}", "{}", "{\"stars\": null}")) {
            learner.put(course + "/ratings/mine", bad)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/stars");
        }
        learner.put(course + "/ratings/mine", rating(5, "x".repeat(2001)))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/comment");
        learner.put(course + "/ratings/mine", "{\"stars\": 4.5}").expectStatus().isEqualTo(400);
        nobody.put(course + "/ratings/mine", rating(5, "")).expectStatus().isUnauthorized();
        assertThat(log().head()).isEqualTo(head);
    }

    @Test
    void aDraftIsSeenByThoseWhoWorkOnItAtOnceAndByNobodyElse() {
        var headers = author.post(courses, course("# First"))
                .expectStatus()
                .isCreated()
                .returnResult(Void.class)
                .getResponseHeaders();
        String course = String.valueOf(headers.getLocation());

        author.get(course, "Guildhall-After", String.valueOf(headers.getFirst("Guildhall-Position")))
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("draft");
        owner.get(course).expectStatus().isOk();
        learner.get(course).expectStatus().isNotFound();
        nobody.get(course).expectStatus().isNotFound();
        owner.get(course.replace(community, "com_other")).expectStatus().isNotFound();
    }

    @Test
    void aRepeatedDraftIsTheSameCourse() {
        String key = Ids.next("key");
        String first = body(author.post(courses, course("# One"), "Idempotency-Key", key))
                .path("courseId")
                .asString();
        long head = log().head();

        author.post(courses, course("# One"), "Idempotency-Key", key)
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true")
                .expectBody()
                .jsonPath("$.courseId")
                .isEqualTo(first);
        Servers.database(CourseServiceTest.class)
                .getCollection("idempotency_keys")
                .drop();
        author.post(courses, course("# One"), "Idempotency-Key", key)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.courseId")
                .isEqualTo(first);
        assertThat(log().head()).isEqualTo(head);
    }

    @Test
    void aCourseOf300LongLessonsIsOneCommit() {
        String lesson = "# Long\n\n" + "All work and no play makes Jack a dull boy. ".repeat(550);
        String[] lessons = Collections.nCopies(300, lesson).toArray(String[]::new);
        long head = log().head();

        JsonNode drafted = body(author.post(courses, course(lessons)));

        assertThat(log().head()).isEqualTo(head + 301);
        String course = courses + "/" + drafted.path("courseId").asString();
        author.post(course + "/submission").expectStatus().isNoContent();
        await().untilAsserted(() ->
                author.get(lesson(course, drafted, 299)).expectStatus().isOk());
    }

    @Test
    void badInputIsRefusedAndLeavesNothingBehind() {
        long head = log().head();

        author.post(courses, "{\"title\": ").expectStatus().isEqualTo(400);
        author.post(courses, "{\"titel\": \"x\"}").expectStatus().isEqualTo(400);
        author.post(courses, course()).expectStatus().isEqualTo(422);
        author.post(courses, course("x".repeat(9_000_000))).expectStatus().isEqualTo(413);
        author.post(courses, course("\u0001".repeat(200_000))).expectStatus().isEqualTo(413);
        nobody.post(courses, course("x")).expectStatus().isEqualTo(401);
        learner.post(courses, course("x")).expectStatus().isEqualTo(403);
        author.post(courses + "/crs_unknown/submission").expectStatus().isEqualTo(404);

        assertThat(log().head()).isEqualTo(head);
    }

    @Test
    void keepsItsApi(@Autowired ApiContract api) {
        api.check();
    }

    @Test
    void verifiesClean() {
        author.post(courses, course("# First")).expectStatus().isCreated();
        members.role(owner.id(), "*", "operator");
        await().untilAsserted(() -> owner.get("/ops/status").expectStatus().isOk());

        owner.post("/ops/verify").expectBody().jsonPath("$.clean").isEqualTo(true);
    }

    private void publish(String course) {
        author.post(course + "/submission").expectStatus().isNoContent();
        owner.post(course + "/approval").expectStatus().isNoContent();
        owner.post(course + "/publication").expectStatus().isNoContent();
        await().untilAsserted(() -> nobody.get(course).expectStatus().isOk());
    }

    private List<String> stored(long after) {
        return log().after(after, 100).stream()
                .flatMap(commit -> commit.events().stream())
                .map(StoredEvent::name)
                .toList();
    }

    private static String rating(int stars, String comment) {
        return "{\"stars\": %d, \"comment\": \"%s\"}".formatted(stars, comment);
    }

    private static String lesson(String course, JsonNode drafted, int index) {
        return course + "/lessons/"
                + drafted.path("lessons").path(index).path("lessonId").asString();
    }

    /** A course with these lessons, as it is sent. */
    private static Map<String, Object> course(String... lessons) {
        List<?> all = IntStream.range(0, lessons.length)
                .mapToObj(i -> Map.of("title", "Lesson " + i, "markdown", lessons[i]))
                .toList();
        return Map.of("title", "Java", "language", "en", "lessons", all);
    }

    private LogReader log() {
        return logs.all().getLast().reader();
    }
}
