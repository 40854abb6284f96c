package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** From the first look to the last number, through the gateway: bought, learned, talked about, canceled, counted. */
@Tag("long")
@ExtendWith(SharedStack.class)
class HouseJourneyTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final LocalStack stack;
    private final Hall hall;
    private final Hall elsewhere;
    private final String course;

    HouseJourneyTest(LocalStack stack) {
        this.stack = stack;
        this.hall = Hall.found(stack, "A hall of its own");
        this.elsewhere = Hall.found(stack, "Another hall");
        this.course = hall.publishCourse();
    }

    @Test
    void whatIsBoughtOpensAndWhatEndsClosesAndAllOfItIsCounted() throws InterruptedException {
        String channel = hall.openChannel();
        String coursePrice = hall.sell("COURSE", null, "course:" + course);
        String monthly = hall.sell("PLAN", "MONTH", "channel:*");
        String yearlyElsewhere = elsewhere.sell("PLAN", "YEAR", "channel:*");
        var newcomers = new Newcomers(stack);
        GuildhallClient ada = newcomers.register("ada@example.org", "Ada");
        GuildhallClient ben = newcomers.register("ben@example.org", "Ben");
        GuildhallClient cleo = newcomers.register("cleo@example.org", "Cleo");

        List<String> lessons = lessons(ada);
        lesson(ada, lessons.get(0)).expect(200);
        assertThat(lesson(ada, lessons.get(1)).expect(403).problem()).isEqualTo("entitlement-required");
        assertThat(hall.order(ada, Map.of("offerId", coursePrice, "amountMinor", 1))
                        .expect(400)
                        .problem())
                .isEqualTo("unknown-property");

        var purchases = new Purchases(hall);
        purchases.whileBillingDies(ada, coursePrice);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> lesson(ada, lessons.get(1)).status() == 200);
        lessons.forEach(lesson -> read(ada, lesson));
        lessons.forEach(lesson -> complete(ada, lesson));
        rate(ada, 4);
        rate(ada, 5);
        awaitNumerator("rating", 5);
        awaitNumerator("content-value-source", 4.5 * lessons.size()); // by the mean of all that was given
        purchases.beforeTheBrowserReturns(cleo, coursePrice);
        await().atMost(SOON).until(() -> lesson(cleo, lessons.get(1)).status() == 200);
        complete(cleo, lessons.getFirst());

        hall.subscribe(ada, monthly);
        LocalDate day = began(ada);
        hall.subscribe(ben, monthly);
        elsewhere.subscribe(ada, yearlyElsewhere);
        talk(ada, ben, channel);
        assertThat(hall.cancel(ada).status()).isEqualTo(204);
        assertThat(hall.cancel(ada).expect(409).problem()).isEqualTo("already-canceled");

        goOnForAMonth(ada, ben, channel);
        await().atMost(SOON).until(() -> history(ada, channel).status() == 403);
        history(ben, channel).expect(200); // renewed
        lesson(ada, lessons.get(1)).expect(200);
        awaitMemberships(ada, Map.of(hall.id(), false, elsewhere.id(), true));
        awaitMemberships(ben, Map.of(hall.id(), true));

        hall.subscribe(cleo, monthly);
        awaitMemberships(cleo, Map.of(hall.id(), true));
        hall.cancel(cleo).expect(204);
        stack.run("clock", "+32d");
        awaitMemberships(cleo, Map.of(hall.id(), false));
        await().atMost(SOON)
                .until(() -> history(ben, channel).status() == 200); // renewed late: the day ahead was skipped

        stack.awaitQuiet();
        stack.awaitLake();
        assertNumbers(day);
        assertThat(stack.run("replay", "--community", hall.id())).contains("100 %", "churn v1", "Equal: ");
        assertNumbers(day);
        // Two courses; a month of Ada's, three of Ben's and one of Cleo's. Elsewhere Ada's year.
        new Books(hall).hold(2, 5);
        new Books(elsewhere).hold(0, 1);
        assertThat(stack.run("verify")).contains("Clean");
    }

    /**
     * Ada and Ben subscribed and Ada canceled; a month later she is out, Ben renewed, and Cleo, who until then had
     * bought the course alone, subscribed and canceled; another month later she is out too. Ada completed the course,
     * Cleo did not.
     *
     * @param day on which the first of them subscribed
     */
    private void assertNumbers(LocalDate day) {
        var metrics = new MetricClient(stack.owner(), hall.id());
        var first = metrics.over(day, day.plusDays(2));
        assertThat(first.values("n0", "n1", "n2", "n-total", "active-members"))
                .containsExactly("0", "2", "0", "2", "2");
        assertThat(first.values("churn-source", "churn")).containsOnly("no-members-at-start");

        var later = metrics.over(day.plusDays(2), day.plusDays(66));
        assertThat(later.values("n0", "n1", "n2", "n-total", "active-members"))
                .containsExactly("2", "1", "2", "1", "3");
        assertThat(later.values("churn-source", "churn")).containsExactly("1", "0.5");
        assertThat(later.values("mrr")).as("Ben's month, in fen").containsExactly("4900");

        var whole = metrics.over(day.minusDays(1), day.plusDays(66));
        assertThat(whole.value("completion", "&days=30")).isEqualTo("0.5");

        var other = new MetricClient(stack.owner(), elsewhere.id()).over(day.plusDays(2), day.plusDays(66));
        assertThat(other.values("n0", "n1", "n2", "churn")).containsExactly("1", "0", "0", "0");
    }

    /** Both see one order; a line that breaks loses nothing and repeats nothing. */
    private void talk(GuildhallClient ada, GuildhallClient ben, String channel) {
        await().atMost(SOON).until(() -> history(ada, channel).status() == 200);
        await().atMost(SOON).until(() -> history(ben, channel).status() == 200);
        try (var adas = new ChatClient(ada, hall.id(), channel, -1);
                var bens = new ChatClient(ben, hall.id(), channel, -1)) {
            for (int i = 0; i < 5; i++) {
                adas.say("a" + i, "Ada " + i);
                bens.say("b" + i, "Ben " + i);
            }
            await().until(() ->
                    adas.sequences().size() == 10 && bens.sequences().size() == 10);
            assertThat(adas.bodies()).isEqualTo(bens.bodies());

            bens.drop();
            adas.say("a5", "Are you still there?");
            adas.say("a5", "Are you still there?");
            try (var again =
                    new ChatClient(ben, hall.id(), channel, bens.sequences().getLast())) {
                again.say("b5", "Here I am.");
                await().until(() -> again.bodies().size() == 2 && adas.bodies().size() == 12);
                assertThat(again.bodies()).containsExactlyInAnyOrder("Are you still there?", "Here I am.");
                assertThat(again.sequences()).isEqualTo(adas.sequences().subList(10, 12));
            }
        }
    }

    /**
     * 32 days, with a stop at half a day before the terms end, at which Ben's renewal is charged. A clock that jumps over that
     * time would let the end come before anybody could be charged ahead of it.
     */
    private void goOnForAMonth(GuildhallClient ada, GuildhallClient ben, String channel) {
        JsonNode term = hall.subscriptions(ben).getFirst();
        Duration untilAhead = Duration.between(moment(term, "termStart"), moment(term, "termEnd"))
                .minus(Duration.ofHours(12));
        try (var leaves = new ChatClient(ada, hall.id(), channel, -1);
                var renews = new ChatClient(ben, hall.id(), channel, -1)) {
            stack.run("clock", untilAhead.toString());
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(hall.subscriptions(ben).getFirst().path("termStart"))
                                    .isEqualTo(term.path("termEnd")));
            stack.awaitQuiet();
            stack.run("clock", Duration.ofDays(32).minus(untilAhead).toString());
            await().atMost(SOON).until(leaves::accessEnded);
            renews.say("still", "I am here still.");
            await().atMost(SOON).until(() -> renews.bodies().contains("I am here still."));
            assertThat(renews.accessEnded()).isFalse();
        }
    }

    private static Instant moment(JsonNode of, String field) {
        return Instant.parse(of.path(field).asString());
    }

    private LocalDate began(GuildhallClient member) {
        return LocalDate.ofInstant(moment(hall.subscriptions(member).getFirst(), "termStart"), ZoneOffset.UTC);
    }

    private static void awaitMemberships(GuildhallClient member, Map<String, Boolean> active) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(member.get("/api/me/memberships")
                                .expect(200)
                                .json()
                                .path("items")
                                .valueStream()
                                .collect(Collectors.toMap(
                                        each -> each.path("communityId").asString(),
                                        each -> each.path("active").asBoolean())))
                        .isEqualTo(active));
    }

    private Reply history(GuildhallClient member, String channel) {
        return member.get(hall.path() + "/channels/" + channel + "/messages?anchor=newest&before=5");
    }

    private List<String> lessons(GuildhallClient learner) {
        return learner.get(courseUrl())
                .expect(200)
                .json()
                .path("lessons")
                .valueStream()
                .map(lesson -> lesson.path("lessonId").asString())
                .toList();
    }

    private Reply lesson(GuildhallClient learner, String lesson) {
        return learner.get(courseUrl() + "/lessons/" + lesson);
    }

    private void complete(GuildhallClient learner, String lesson) {
        assertThat(learner.post(courseUrl() + "/lessons/" + lesson + "/completion", null)
                        .status())
                .isIn(200, 204);
    }

    private void read(GuildhallClient learner, String lesson) {
        for (int i = 0; i < 2; i++) {
            learner.post(courseUrl() + "/lessons/" + lesson + "/reading", Map.of("seconds", 30))
                    .expect(204);
        }
    }

    private void rate(GuildhallClient learner, int stars) {
        learner.send("PUT", courseUrl() + "/ratings/mine", Map.of("stars", stars))
                .expect(204);
    }

    /** What was told of learners has come to the numbers; one reading a day, the last rating. */
    private void awaitNumerator(String metric, double numerator) {
        String path = hall.path() + "/metrics/" + metric + "?from=2000-01-01&to=2100-01-01";
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stack.owner()
                                .get(path)
                                .expect(200)
                                .json()
                                .path("numerator")
                                .asDouble())
                        .as(metric)
                        .isEqualTo(numerator));
    }

    private String courseUrl() {
        return hall.path() + "/courses/" + course;
    }
}
