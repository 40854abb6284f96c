package io.guildhall.community.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.community.ChatSocket;
import io.guildhall.community.ChatTest;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class SlowModeTest extends ChatTest {

    @Autowired
    SlowModeTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void aMemberSaysOneMessageInItsTime() {
        String channelId = slowChannel(60);

        assertThat(say(ada, channelId, "a", "One")).isZero();
        JsonNode refusal = Client.body(post(ada, channelId, "b").expectStatus().isEqualTo(429));
        assertThat(refusal.path("code").asString()).isEqualTo("channel-is-slow");
        assertThat(Instant.parse(refusal.path("againAt").asString())).isAfter(clock.instant());
        assertThat(refusal.path("retryAfterMs").asLong()).isBetween(1L, 60_000L);
        assertThat(say(bob, channelId, "a", "Me too")).isEqualTo(1);
        assertThat(say(ada, channelId, "a", "One")).isZero();

        clock.advance(Duration.ofSeconds(61));
        assertThat(say(ada, channelId, "b", "Two")).isEqualTo(2);
        assertThat(say(ada, channelId, "a", "One")).isZero();
        post(ada, channelId, "c").expectStatus().isEqualTo(429);
    }

    @Test
    void itCountsAtAllInstancesAndTellsASocketToo() {
        String channelId = slowChannel(3_600);
        ChatSocket socket = socketAtOther(ada).subscribe(channelId);
        assertThat(socket.await("state").path("slowModeSeconds").asInt()).isEqualTo(3_600);

        say(ada, channelId, "a", "One");
        socket.say(channelId, "b", "Two");

        JsonNode problem = socket.await("problem");
        assertThat(problem.path("problem").asString()).isEqualTo("channel-is-slow");
        assertThat(problem.path("localId").asString()).isEqualTo("b");
        assertThat(problem.path("more").path("againAt").isString()).isTrue();
        socket.drop();
    }

    @Test
    void staffIsNotSlowedAndSetsIt() {
        String channelId = slowChannel(60);
        String slowMode = channels + "/" + channelId + "/slow-mode";
        say(owner, channelId, "a", "One");
        say(owner, channelId, "b", "Two");

        ada.put(slowMode, Map.of("seconds", 0)).expectStatus().isForbidden();
        owner.put(slowMode, Map.of("seconds", -1)).expectStatus().isEqualTo(422);
        owner.put(slowMode, Map.of("seconds", 21_601)).expectStatus().isEqualTo(422);
        owner.put(slowMode, Map.of()).expectStatus().isEqualTo(422);
        owner.put(slowMode, Map.of("seconds", 0)).expectStatus().isNoContent();
        say(ada, channelId, "a", "One");
        await().untilAsserted(() -> post(ada, channelId, "b").expectStatus().isCreated());
    }

    private String slowChannel(int seconds) {
        String channelId = openChannel("public");
        String channel = channels + "/" + channelId;
        owner.put(channel + "/slow-mode", Map.of("seconds", seconds))
                .expectStatus()
                .isNoContent();
        await().untilAsserted(() ->
                ada.get(channel).expectBody().jsonPath("$.slowModeSeconds").isEqualTo(seconds));
        return channelId;
    }

    private ResponseSpec post(Client member, String channelId, String localId) {
        return member.post(channels + "/" + channelId + "/messages", Map.of("localId", localId, "body", "More"));
    }
}
