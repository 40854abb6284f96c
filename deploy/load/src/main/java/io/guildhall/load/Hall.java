package io.guildhall.load;

import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.demo.DemoCourse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A community as its owner runs it and its members use it, through the gateway. */
record Hall(LocalStack stack, String id) {

    /** The services hear of a community and its owner a moment after it is founded. */
    private static final Duration HEARD = Duration.ofMinutes(1);

    static Hall found(LocalStack stack, String name) {
        return new Hall(
                stack,
                stack.owner()
                        .post("/api/communities", Map.of("name", name, "language", "en"))
                        .expect(201)
                        .text("communityId"));
    }

    String path() {
        return "/api/communities/" + id;
    }

    /** A course of six lessons or so, written for Guildhall; the first is free to try. */
    String publishCourse() {
        String key = UUID.randomUUID().toString();
        String course = await().atMost(HEARD)
                .until(() -> DemoCourse.draft().send(stack.owner(), id, key), Reply::ok)
                .text("courseId");
        publish(course);
        return course;
    }

    /** A draft goes the whole way. */
    void publish(String course) {
        for (String step : List.of("submission", "approval", "publication")) {
            stack.owner().post(path() + "/courses/" + course + "/" + step, null).expect(200, 201, 202, 204);
        }
    }

    String openChannel() {
        return await().atMost(HEARD)
                .until(() -> stack.owner().post(path() + "/channels", Map.of("name", "The round table")), Reply::ok)
                .text("channelId");
    }

    /** Gives a member access for ever. */
    void grant(String memberId, String resource) {
        var grant = Map.of("memberId", memberId, "resource", resource, "reason", "A gift");
        await().atMost(HEARD).until(() -> stack.owner().post(path() + "/grants", grant), Reply::ok);
    }

    /** Gives a role to whose token it is; each service hears of it by itself. */
    GuildhallClient appoint(String token, String role) {
        GuildhallClient member = stack.anyone().withToken(token);
        String id = member.get("/api/me").expect(200).text("memberId");
        stack.owner()
                .send("PUT", path() + "/members/" + id + "/roles/" + role, null)
                .expect(204);
        return member;
    }

    /** For 49 yuan. */
    String sell(String kind, @Nullable String period, String opens) {
        Map<String, Object> offer = new HashMap<>(
                Map.of("kind", kind, "name", kind, "amountMinor", 4_900, "currency", "CNY", "opens", List.of(opens)));
        if (period != null) {
            offer.put("period", period);
        }
        return await().atMost(HEARD)
                .until(() -> stack.owner().post(path() + "/offers", offer), Reply::ok)
                .text("offerId");
    }

    Reply order(GuildhallClient member, Map<String, Object> wish) {
        return member.post(path() + "/orders", wish);
    }

    /** Orders and pays. */
    void buy(GuildhallClient member, String offer) {
        pay(order(member, Map.of("offerId", offer)).expect(201).text("checkoutUrl"));
    }

    void pay(String checkout) {
        stack.anyone()
                .send("POST", checkout, "action=pay", "Content-Type", "application/x-www-form-urlencoded")
                .expect(200);
    }

    void subscribe(GuildhallClient member, String offer) {
        buy(member, offer);
        await().atMost(HEARD).until(() -> !subscriptions(member).isEmpty());
    }

    Reply cancel(GuildhallClient member) {
        String subscription =
                subscriptions(member).getFirst().path("subscriptionId").asString();
        return member.post(path() + "/subscriptions/" + subscription + "/cancellation", null);
    }

    List<JsonNode> subscriptions(GuildhallClient member) {
        return member.get(path() + "/subscriptions/mine")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    JsonNode audit() {
        return await().atMost(HEARD)
                .until(() -> stack.owner().get(path() + "/ledger/audit"), Reply::ok)
                .json();
    }
}
