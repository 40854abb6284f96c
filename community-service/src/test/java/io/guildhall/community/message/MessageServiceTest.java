package io.guildhall.community.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.community.ChatTest;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.TestIssuer;
import io.guildhall.platform.testing.contract.ApiContract;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class MessageServiceTest extends ChatTest {

    @Autowired
    MessageServiceTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void anAuthorEditsForADayAndAModeratorAtAnyTime() {
        String channelId = openChannel("public");
        say(ada, channelId, "a", "Helo");
        String message = channels + "/" + channelId + "/messages/"
                + page(channelId, "").path("messages").path(0).path("messageId").asString();
        clock.advance(Duration.ofHours(23));
        ada.put(message, Map.of("body", "Hello")).expectStatus().isOk();

        clock.advance(Duration.ofHours(2));

        ada.put(message, Map.of("body", "Hello!"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-late-to-edit");
        owner.put(message, Map.of("body", "Hello.")).expectStatus().isOk();
        ada.delete(message).expectStatus().isOk();
    }

    @Test
    void keepsItsApi(@Autowired ApiContract api) {
        api.check();
    }

    @Test
    void sayingItAgainSaysItOnce() {
        String channelId = openChannel("public");

        long first = say(ada, channelId, "a", "Hello");
        say(ada, channelId, "b", "Again");
        assertThat(say(ada, channelId, "a", "Hello")).isEqualTo(first);
        assertThat(say(bob, channelId, "a", "Hello")).isEqualTo(2);

        assertThat(sequences(page(channelId, ""))).isEqualTo("0 1 2");
    }

    @Test
    void whatWasSaidIsChangedByItsAuthorAndModerators() {
        String channelId = openChannel("public");
        say(ada, channelId, "a", "Hello");
        String message = channels + "/" + channelId + "/messages/"
                + page(channelId, "").path("messages").path(0).path("messageId").asString();

        bob.put(message, Map.of("body", "Ha")).expectStatus().isForbidden();
        bob.delete(message).expectStatus().isForbidden();
        ada.put(message, Map.of("body", "Hello!")).expectStatus().isOk();
        ada.put(message, Map.of("body", "Hello!"))
                .expectBody()
                .jsonPath("$.sequence")
                .isEqualTo(1);
        JsonNode edited = page(channelId, "").path("messages").path(0);
        assertThat(edited.path("body").asString()).isEqualTo("Hello!");
        assertThat(edited.path("editedAt").isString()).isTrue();

        owner.delete(message).expectBody().jsonPath("$.sequence").isEqualTo(2);
        owner.delete(message).expectBody().jsonPath("$.sequence").isEqualTo(2);
        ada.put(message, Map.of("body", "Back")).expectStatus().isEqualTo(409);
        JsonNode page = page(channelId, "");
        assertThat(page.toString()).doesNotContain("Hello");
        assertThat(page.path("messages")).hasSize(1);
        ada.delete(message.substring(0, message.lastIndexOf('/')) + "/msg_unknown")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void countsWhatIsUnread() {
        String channelId = openChannel("public");
        String channel = channels + "/" + channelId;
        for (int i = 0; i < 3; i++) {
            say(ada, channelId, "a" + i, "Hello");
            say(bob, channelId, "b" + i, "Hi");
        }

        assertThat(unread(bob, channel)).isEqualTo(3);
        bob.put(channel + "/read", Map.of("sequence", 2)).expectStatus().isNoContent();
        assertThat(unread(bob, channel)).isEqualTo(1);
        bob.put(channel + "/read", Map.of("sequence", 0)).expectStatus().isNoContent();
        assertThat(unread(bob, channel)).isEqualTo(1);
        bob.put(channel + "/read", Map.of("sequence", 1_000_000)).expectStatus().isNoContent();
        assertThat(unread(bob, channel)).isZero();
        say(ada, channelId, "later", "One more");
        assertThat(unread(bob, channel)).isEqualTo(1);
        bob.put(channel + "/read", Map.of("sequence", -1)).expectStatus().isEqualTo(422);
        bob.put(channel + "/read", Map.of()).expectStatus().isEqualTo(422);
    }

    @Test
    void aChannelIsClosedToWhoHasNoGrantAndUnknownElsewhere() {
        String channelId = openChannel("members");
        String messages = channels + "/" + channelId + "/messages";
        say(owner, channelId, "secret", "Secret");

        for (String path : new String[] {"/messages", "/unread"}) {
            ada.get(channels + "/" + channelId + path)
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.opens[0]")
                    .isEqualTo("channel:" + channelId);
        }
        ada.post(messages, Map.of("localId", "a", "body", "Hello"))
                .expectStatus()
                .isForbidden();
        String elsewhere = messages.replace(community, Ids.next("com"));
        ada.get(elsewhere).expectStatus().isNotFound();
        owner.get(elsewhere).expectStatus().isNotFound();
        nobody.get(messages).expectStatus().isUnauthorized();

        String grant = grant(ada, channelId);
        say(ada, channelId, "a", "Hello");
        members.end(grant, ada.id(), community, "channel:" + channelId, clock.instant());
        await().untilAsserted(() -> ada.get(messages)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("grant-ended"));
    }

    @Test
    void badInputIsRefused() {
        String messages = channels + "/" + openChannel("public") + "/messages";

        ada.post(messages, Map.of("localId", "a", "body", " ")).expectStatus().isEqualTo(422);
        ada.post(messages, Map.of("localId", "a", "body", "x".repeat(8_001)))
                .expectStatus()
                .isEqualTo(422);
        ada.post(messages, Map.of("localId", "a b", "body", "x")).expectStatus().isEqualTo(422);
        ada.post(messages, Map.of("body", "x")).expectStatus().isEqualTo(422);
        ada.post(messages, Map.of("localId", "a", "body", "x", "memberId", bob.id()))
                .expectStatus()
                .isEqualTo(400);
        ada.post(messages, Map.of("localId", "long", "body", "学".repeat(8_000)))
                .expectStatus()
                .isCreated();
    }

    @Test
    void verifiesClean() {
        say(ada, openChannel("public"), "a", "Hello");
        members.role(owner.id(), "*", "operator");
        await().untilAsserted(() -> owner.get("/ops/status").expectStatus().isOk());

        owner.post("/ops/verify").expectBody().jsonPath("$.clean").isEqualTo(true);
    }

    private JsonNode page(String channelId, String query) {
        return Client.body(ada.get(channels + "/" + channelId + "/messages" + query));
    }

    private static int unread(Client member, String channel) {
        return Client.body(member.get(channel + "/unread")).path("unread").asInt();
    }

    private static String sequences(JsonNode page) {
        return String.join(
                " ",
                StreamSupport.stream(page.path("messages").spliterator(), false)
                        .map(message -> message.path("sequence").asString())
                        .toList());
    }
}
