package io.guildhall.community.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.community.ChatSocket;
import io.guildhall.community.ChatTest;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.TestIssuer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccessEndsTest extends ChatTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Autowired
    AccessEndsTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void listeningEndsWithTheGrantAndTheConnectionStays() {
        String channelId = openChannel("members");
        String open = openChannel("public");
        String grant = grant(ada, channelId);
        ChatSocket here = listen(socket(ada), channelId, open);
        ChatSocket there = listen(socketAtOther(ada), channelId, open);
        ChatSocket owners = listen(socket(owner), channelId, open);

        members.end(grant, ada.id(), community, "channel:" + channelId, clock.instant());
        for (ChatSocket socket : new ChatSocket[] {here, there}) {
            await().atMost(SOON).until(() -> !socket.of("access-ended").isEmpty());
            assertThat(socket.await("access-ended").path("channel").asString()).isEqualTo(channelId);
            assertThat(socket.await("access-ended").path("reason").asString()).isEqualTo("grant-ended");
        }

        say(owner, channelId, "after", "Among us");
        say(owner, open, "open", "For all");
        for (ChatSocket socket : new ChatSocket[] {here, there}) {
            socket.await("message", message -> message.path("body").asString().equals("For all"));
            assertThat(socket.frames().toString()).doesNotContain("Among us");
            socket.say(channelId, "a", "And me?");
            assertThat(socket.await("problem").path("problem").asString()).isEqualTo("entitlement-required");
            socket.drop();
        }
        owners.await("message", message -> message.path("body").asString().equals("Among us"));
        owners.drop();
    }

    @Test
    void listeningEndsWhenTheClockSaysSo() {
        String channelId = openChannel("members");
        var until = clock.instant().plus(Duration.ofHours(1));
        members.grant(Ids.next("grt"), ada.id(), community, "channel:*", clock.instant(), until);
        await().untilAsserted(() -> history(ada, channelId).expectStatus().isOk());
        ChatSocket socket = listen(socket(ada), channelId);

        clock.advance(Duration.ofHours(2));

        await().atMost(SOON).until(() -> !socket.of("access-ended").isEmpty());
        assertThat(socket.await("access-ended").path("reason").asString()).isEqualTo("grant-expired");
        assertThat(socket.isOpen()).isTrue();
        history(ada, channelId).expectStatus().isForbidden();
        socket.drop();
    }

    private static ChatSocket listen(ChatSocket socket, String... channelIds) {
        for (String channelId : channelIds) {
            socket.subscribe(channelId);
            socket.await("state", state -> state.path("channel").asString().equals(channelId));
        }
        return socket;
    }
}
