package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** From the first look to the end of a subscription, through the gateway: bought, learned, talked about, canceled. */
@Tag("long")
@ExtendWith(SharedStack.class)
class HouseJourneyTest {

    private final LocalStack stack;
    private final GuildhallClient owner;
    private final String course;
    private final String community;
    private final String elsewhere;

    HouseJourneyTest(LocalStack stack) {
        this.stack = stack;
        this.owner = stack.owner();
        this.community = stack.made("community");
        this.course = stack.made("course");
        this.elsewhere = owner.post("/api/communities", Map.of("name", "Another hall", "language", "en"))
                .expect(201)
                .text("communityId");
    }

    @Test
    void whatIsBoughtOpensAndWhatEndsClosesAndNothingElseDoes() throws InterruptedException {
        String channel = channel(community);
        String coursePrice = offer(community, "COURSE", null, "course:" + course);
        String monthly = offer(community, "PLAN", "MONTH", "channel:*");
        String yearlyElsewhere = offer(elsewhere, "PLAN", "YEAR", "channel:*");
        var newcomers = new Newcomers(stack);
        GuildhallClient ada = newcomers.register("ada@example.org", "Ada");
        GuildhallClient ben = newcomers.register("ben@example.org", "Ben");

        List<String> lessons = lessons(ada);
        lesson(ada, lessons.get(0)).expect(200);
        assertThat(lesson(ada, lessons.get(1)).expect(403).problem()).isEqualTo("entitlement-required");
        assertThat(order(community, ada, Map.of("offerId", coursePrice, "amountMinor", 1))
                        .expect(400)
                        .problem())
                .isEqualTo("unknown-property");

        buyWhileBillingDies(ada, coursePrice);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> lesson(ada, lessons.get(1)).status() == 200);
        lessons.forEach(lesson -> complete(ada, lesson));

        subscribe(community, ada, monthly);
        subscribe(community, ben, monthly);
        subscribe(elsewhere, ada, yearlyElsewhere);
        talk(ada, ben, channel);

        String subscription =
                subscriptions(community, ada).get(0).path("subscriptionId").asString();
        String cancellation = "/api/communities/" + community + "/subscriptions/" + subscription + "/cancellation";
        ada.post(cancellation, null).expect(204);
        assertThat(ada.post(cancellation, null).expect(409).problem()).isEqualTo("already-canceled");
        stack.run("clock", "+32d");

        await().atMost(Duration.ofMinutes(1)).until(() -> history(ada, channel).status() == 403);
        await().atMost(Duration.ofMinutes(1)).until(() -> history(ben, channel).status() == 200); // renewed
        lesson(ada, lessons.get(1)).expect(200);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(memberships(ada)).containsOnly(Map.entry(community, false), Map.entry(elsewhere, true));
            assertThat(memberships(ben)).containsOnly(Map.entry(community, true));
        });

        stack.awaitQuiet();
        for (String hall : List.of(community, elsewhere)) {
            JsonNode audit = owner.get("/api/communities/" + hall + "/ledger/audit")
                    .expect(200)
                    .json();
            assertThat(audit.path("balanced").asBoolean()).as(audit.toString()).isTrue();
        }
        assertThat(stack.run("verify")).contains("Clean");
        assertThat(stack.run("replay", "--community", community)).contains("100 %", "churn v1", "Equal: ");
    }

    /** The webhook comes twice, and billing-service is killed between payment and grant. */
    private void buyWhileBillingDies(GuildhallClient member, String offer) {
        String checkout =
                order(community, member, Map.of("offerId", offer)).expect(201).text("checkoutUrl");
        stack.anyone().post(checkout + "/behavior", Map.of("webhooks", "TWICE")).expect(204);
        int restarts = stack.restarts("billing-service");
        pay(checkout);
        stack.kill("billing-service");
        stack.awaitReady("billing-service", restarts + 1);
    }

    private void subscribe(String hall, GuildhallClient member, String offer) {
        pay(order(hall, member, Map.of("offerId", offer)).expect(201).text("checkoutUrl"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !subscriptions(hall, member).isEmpty());
    }

    /** Both see one order; a line that breaks loses nothing and repeats nothing. */
    private void talk(GuildhallClient ada, GuildhallClient ben, String channel) {
        await().atMost(Duration.ofMinutes(1)).until(() -> history(ada, channel).status() == 200);
        await().atMost(Duration.ofMinutes(1)).until(() -> history(ben, channel).status() == 200);
        try (var adas = new ChatClient(ada, community, channel, -1);
                var bens = new ChatClient(ben, community, channel, -1)) {
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
                    new ChatClient(ben, community, channel, bens.sequences().getLast())) {
                again.say("b5", "Here I am.");
                await().until(() -> again.bodies().size() == 2 && adas.bodies().size() == 12);
                assertThat(again.bodies()).containsExactlyInAnyOrder("Are you still there?", "Here I am.");
                assertThat(again.sequences()).isEqualTo(adas.sequences().subList(10, 12));
            }
        }
    }

    private String channel(String hall) {
        return owner.post("/api/communities/" + hall + "/channels", Map.of("name", "The round table"))
                .expect(201)
                .text("channelId");
    }

    private String offer(String hall, String kind, @Nullable String period, String opens) {
        Map<String, Object> offer = new HashMap<>(
                Map.of("kind", kind, "name", kind, "amountMinor", 4_900, "currency", "CNY", "opens", List.of(opens)));
        if (period != null) {
            offer.put("period", period);
        }
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> owner.post("/api/communities/" + hall + "/offers", offer), Reply::ok)
                .text("offerId");
    }

    private Reply order(String hall, GuildhallClient member, Map<String, Object> wish) {
        return member.post("/api/communities/" + hall + "/orders", wish);
    }

    private void pay(String checkout) {
        stack.anyone()
                .send("POST", checkout, "action=pay", "Content-Type", "application/x-www-form-urlencoded")
                .expect(200);
    }

    private List<JsonNode> subscriptions(String hall, GuildhallClient member) {
        return member.get("/api/communities/" + hall + "/subscriptions/mine")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private Map<String, Boolean> memberships(GuildhallClient member) {
        return member.get("/api/me/memberships")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .collect(Collectors.toMap(
                        each -> each.path("communityId").asString(),
                        each -> each.path("active").asBoolean()));
    }

    private Reply history(GuildhallClient member, String channel) {
        return member.get(
                "/api/communities/" + community + "/channels/" + channel + "/messages?anchor=newest&before=5");
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

    private String courseUrl() {
        return "/api/communities/" + community + "/courses/" + course;
    }
}
