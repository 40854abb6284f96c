package io.guildhall.community.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.community.ChatSocket;
import io.guildhall.community.ChatTest;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.TestIssuer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class MentionServiceTest extends ChatTest {

    @Autowired
    MentionServiceTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void whoIsNamedIsToldSoUntilHeHasRead() {
        String channelId = openChannel("public");
        ChatSocket bobs = socketAtOther(bob).subscribe(channelId);
        bobs.await("state");

        say(ada, channelId, "a", "Hello all, and mem_" + "0".repeat(32));
        say(ada, channelId, "b", "Hello @" + bob.id() + " and @" + owner.id() + ", @" + bob.id() + "!");
        say(ada, channelId, "c", "I, @" + ada.id() + ", and @" + bob.id() + "0");

        JsonNode named =
                bobs.await("message", it -> it.path("localId").asString().equals("b"));
        assertThat(named.path("mentions"))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder(bob.id(), owner.id());
        assertThat(bobs.await("message", it -> it.path("localId").asString().equals("c"))
                        .has("mentions"))
                .isFalse();
        assertThat(mentions(bob, channelId)).isEqualTo(1);
        assertThat(mentions(owner, channelId)).isEqualTo(1);
        assertThat(mentions(ada, channelId)).isZero();
        read(bob, channelId, 1);
        assertThat(mentions(bob, channelId)).isZero();
        bobs.drop();
    }

    @Test
    void anEditThatNamesSomebodyNamesHimThen() {
        String channelId = openChannel("public");
        String path = channels + "/" + channelId + "/messages";
        String message = path + "/" + post(path, "a", "Hello").path("messageId").asString();
        post(path, "b", "Hello @" + owner.id());
        read(bob, channelId, 1);
        read(owner, channelId, 1);
        ChatSocket bobs = socketAtOther(bob).subscribe(channelId);
        assertThat(bobs.await("state").path("mentions").asInt()).isZero();

        ada.put(message, Map.of("body", "Hello @" + bob.id())).expectStatus().isOk();

        assertThat(bobs.await("edited").path("mentions").path(0).asString()).isEqualTo(bob.id());
        assertThat(mentions(bob, channelId)).isEqualTo(1);
        assertThat(mentions(owner, channelId)).isZero();
        bob.put(channels + "/" + channelId + "/mute", Map.of()).expectStatus().isNoContent();
        assertThat(mentions(bob, channelId)).isEqualTo(1);
        ada.put(message, Map.of("body", "Hello you, @" + bob.id()))
                .expectStatus()
                .isOk();
        read(bob, channelId, 2);
        assertThat(mentions(bob, channelId)).isZero();
        bobs.drop();
    }

    @Test
    void whatIsTakenBackMentionsNobody() {
        String channelId = openChannel("public");
        String path = channels + "/" + channelId + "/messages";
        String edited = post(path, "a", "Hello @" + bob.id()).path("messageId").asString();
        String deleted = post(path, "b", "Hello @" + bob.id()).path("messageId").asString();
        assertThat(mentions(bob, channelId)).isEqualTo(2);

        ada.put(path + "/" + edited, Map.of("body", "Hello")).expectStatus().isOk();
        assertThat(mentions(bob, channelId)).isEqualTo(1);
        ada.delete(path + "/" + deleted).expectStatus().isOk();
        assertThat(mentions(bob, channelId)).isZero();
    }

    private JsonNode post(String path, String localId, String body) {
        return Client.body(ada.post(path, Map.of("localId", localId, "body", body)));
    }

    private void read(Client member, String channelId, long sequence) {
        member.put(channels + "/" + channelId + "/read", Map.of("sequence", sequence))
                .expectStatus()
                .isNoContent();
    }

    private int mentions(Client member, String channelId) {
        return Client.body(member.get(channels + "/" + channelId + "/unread"))
                .path("mentions")
                .asInt();
    }
}
