package io.guildhall.community.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.community.ChatSocket;
import io.guildhall.community.ChatTest;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.TestIssuer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ReadOnAllDevicesTest extends ChatTest {

    @Autowired
    ReadOnAllDevicesTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void whatOneDeviceHasReadAllDevicesHaveRead() {
        String channelId = openChannel("public");
        for (int i = 0; i < 5; i++) {
            say(ada, channelId, "m" + i, "Message " + i);
        }
        ChatSocket phone = listening(socket(bob), channelId);
        ChatSocket desktop = listening(socketAtOther(bob), channelId);
        ChatSocket others = listening(socket(ada), channelId);

        read(phone, channelId, 3);
        desktop.await("read", read -> read.path("readUpTo").asLong() == 3);
        read(desktop, channelId, 1);
        read(desktop, channelId, 1_000);
        read(desktop, channelId, 4);

        for (ChatSocket device : List.of(phone, desktop)) {
            device.await("read", read -> read.path("readUpTo").asLong() == 4);
            assertThat(device.of("read"))
                    .extracting(read -> read.path("readUpTo").asLong())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
        assertThat(others.of("read")).isEmpty();
        assertThat(unread(bob, channelId).path("readUpTo").asLong()).isEqualTo(4);
        phone.drop();
        desktop.drop();
        others.drop();
    }

    @Test
    void nothingOfAMutedChannelIsUnread() {
        String channelId = openChannel("public");
        say(ada, channelId, "a", "Hello");
        ChatSocket phone = listening(socket(bob), channelId);
        ChatSocket desktop = listening(socketAtOther(bob), channelId);

        phone.send(Map.of("type", "mute", "channel", channelId, "muted", true));
        desktop.await("read", read -> read.path("muted").asBoolean());
        assertThat(unread(bob, channelId).path("unread").asInt()).isZero();
        assertThat(unread(bob, channelId).path("muted").asBoolean()).isTrue();
        assertThat(unread(owner, channelId).path("unread").asInt()).isEqualTo(1);
        JsonNode state = listening(socket(bob), channelId).await("state");
        assertThat(state.path("muted").asBoolean()).isTrue();
        assertThat(state.path("unread").asInt()).isZero();

        String mute = channels + "/" + channelId + "/mute";
        phone.await("read", read -> read.path("muted").asBoolean());
        bob.delete(mute).expectStatus().isNoContent();
        phone.await("read", read -> !read.path("muted").asBoolean());
        assertThat(unread(bob, channelId).path("unread").asInt()).isEqualTo(1);
        bob.put(mute, Map.of()).expectStatus().isNoContent();
        read(desktop, channelId, 0);
        await().until(() -> unread(bob, channelId).path("readUpTo").asLong() == 0);
        assertThat(unread(bob, channelId).path("muted").asBoolean()).isTrue();
        phone.drop();
        desktop.drop();
    }

    @Test
    void onlyWhoMayUseAChannelMutesIt() {
        String channelId = openChannel("members");
        String mute = channels + "/" + channelId + "/mute";

        ada.put(mute, Map.of()).expectStatus().isForbidden();
        ada.delete(mute).expectStatus().isForbidden();
        nobody.put(mute, Map.of()).expectStatus().isUnauthorized();
        ChatSocket socket = socket(ada);
        socket.send(Map.of("type", "mute", "channel", channelId, "muted", true));
        assertThat(socket.await("problem").path("problem").asString()).isEqualTo("entitlement-required");
        socket.drop();
    }

    private JsonNode unread(Client member, String channelId) {
        return Client.body(member.get(channels + "/" + channelId + "/unread"));
    }

    private static ChatSocket listening(ChatSocket socket, String channelId) {
        socket.subscribe(channelId).await("state");
        return socket;
    }

    private static void read(ChatSocket socket, String channelId, long sequence) {
        socket.send(Map.of("type", "read", "channel", channelId, "sequence", sequence));
    }
}
