package io.guildhall.community.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.community.ChatSocket;
import io.guildhall.community.ChatTest;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.TestIssuer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ReactionTest extends ChatTest {

    @Autowired
    ReactionTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void reachesEverybodyOnceAndIsCounted() {
        String channelId = openChannel("public");
        String message = post(channelId);
        ChatSocket adas = socket(ada).subscribe(channelId);
        ChatSocket bobs = socketAtOther(bob).subscribe(channelId);
        adas.await("state");
        bobs.await("state");

        bobs.send(react("react", channelId, message, "👍"));
        assertThat(bobs.await("sent").path("sequence").asLong()).isEqualTo(1);
        bob.put(path(channelId, message, "👍"), Map.of()).expectStatus().isOk();
        ada.put(path(channelId, message, "👍"), Map.of()).expectStatus().isOk();

        JsonNode told = adas.await("reacted");
        assertThat(told.path("reactorId").asString()).isEqualTo(bob.id());
        assertThat(told.path("reaction").asString()).isEqualTo("👍");
        adas.await("reacted", it -> it.path("sequence").asLong() == 2);
        JsonNode shown = shown(bob, channelId).path("reactions");
        assertThat(shown).hasSize(1);
        assertThat(shown.path(0).path("count").asInt()).isEqualTo(2);
        assertThat(shown.path(0).path("mine").asBoolean()).isTrue();
        assertThat(shown(owner, channelId)
                        .path("reactions")
                        .path(0)
                        .path("mine")
                        .asBoolean())
                .isFalse();

        bobs.send(react("unreact", channelId, message, "👍"));
        assertThat(adas.await("unreacted").path("sequence").asLong()).isEqualTo(3);
        bob.delete(path(channelId, message, "👍")).expectStatus().isOk();
        ada.delete(path(channelId, message, "👍")).expectStatus().isOk();
        assertThat(shown(ada, channelId).path("reactions")).isEmpty();
        assertThat(adas.facts()).hasSize(5);
        adas.drop();
        bobs.drop();
    }

    @Test
    void nobodyReactsToWhatIsDeleted() {
        String channelId = openChannel("public");
        String message = post(channelId);
        bob.put(path(channelId, message, "🎉"), Map.of()).expectStatus().isOk();

        ada.delete(channels + "/" + channelId + "/messages/" + message)
                .expectStatus()
                .isOk();

        bob.put(path(channelId, message, "👍"), Map.of()).expectStatus().isEqualTo(409);
        bob.delete(path(channelId, message, "🎉")).expectStatus().isEqualTo(409);
        bob.put(path(channelId, "msg_unknown", "👍"), Map.of()).expectStatus().isNotFound();
        assertThat(shown(bob, channelId).path("reactions")).isEmpty();
    }

    @Test
    void aMessageBearsTwentyDifferentOnes() {
        String channelId = openChannel("public");
        String message = post(channelId);
        for (int i = 0; i < 20; i++) {
            String animal = Character.toString(0x1F400 + i);
            bob.put(path(channelId, message, animal), Map.of()).expectStatus().isOk();
        }

        bob.put(path(channelId, message, "👍"), Map.of())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-many-reactions");
        ada.put(path(channelId, message, "\uD83D\uDC00"), Map.of())
                .expectStatus()
                .isOk();
    }

    @Test
    void onlyWhoMayUseTheChannelReacts() {
        String channelId = openChannel("members");
        String message = path(channelId, "msg_1", "👍");

        ada.put(message, Map.of()).expectStatus().isForbidden();
        ada.delete(message).expectStatus().isForbidden();
        nobody.put(message, Map.of()).expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "7", "👍.", "$", "👍🎉", "👍👍👍👍👍👍👍👍👍"})
    void isOneEmoji(String reaction) {
        assertThat(MessageText.isReaction(reaction)).isFalse();
        String channelId = openChannel("public");
        ChatSocket socket = socket(bob);
        socket.send(react("react", channelId, "msg_1", reaction));
        assertThat(socket.await("problem").path("problem").asString()).isEqualTo("validation-failed");
        socket.drop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "👍🏽", "❤️", "👨‍👩‍👧", "🇨🇳"})
    void mayConsistOfSeveralCharacters(String reaction) {
        assertThat(MessageText.isReaction(reaction)).isTrue();
    }

    private String post(String channelId) {
        var answer = ada.post(channels + "/" + channelId + "/messages", Map.of("localId", "a", "body", "Hello"));
        return Client.body(answer).path("messageId").asString();
    }

    private String path(String channelId, String messageId, String reaction) {
        return channels + "/" + channelId + "/messages/" + messageId + "/reactions/" + reaction;
    }

    private JsonNode shown(Client member, String channelId) {
        return Client.body(history(member, channelId)).path("messages").path(0);
    }

    private static Map<String, String> react(String type, String channelId, String messageId, String reaction) {
        return Map.of("type", type, "channel", channelId, "messageId", messageId, "reaction", reaction);
    }
}
