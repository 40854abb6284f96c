package io.guildhall.community.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.guildhall.community.ChatSocket;
import io.guildhall.community.ChatTest;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

class AccessEndsTest extends ChatTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Autowired
    private MongoOperations mongo;

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

    @Test
    void listeningGoesOnWhereTheNextGrantBegins() {
        String channelId = openChannel("members");
        Instant start = clock.instant();
        Instant until = start.plus(Duration.ofHours(1));
        members.grant(Ids.next("grt"), bob.id(), community, "channel:*", start, until);
        members.grant(Ids.next("grt"), ada.id(), community, "channel:*", start, until);
        members.grant(Ids.next("grt"), ada.id(), community, "channel:*", until, until.plus(Duration.ofHours(1)));
        await().until(() -> heldGrants(ada) == 2 && heldGrants(bob) == 1);
        ChatSocket renewed = listen(socket(ada), channelId);
        ChatSocket left = listen(socket(bob), channelId);

        clock.advance(Duration.ofMinutes(61));

        await().atMost(SOON).until(() -> !left.of("access-ended").isEmpty());
        renewed.say(channelId, "a", "I am here still.");
        renewed.await("message", message -> message.path("body").asString().equals("I am here still."));
        assertThat(renewed.of("access-ended")).isEmpty();
        renewed.drop();
        left.drop();
    }

    private long heldGrants(Client member) {
        return mongo.getCollection("held_grant")
                .countDocuments(Filters.and(Filters.eq("communityId", community), Filters.eq("memberId", member.id())));
    }

    private static ChatSocket listen(ChatSocket socket, String... channelIds) {
        for (String channelId : channelIds) {
            socket.subscribe(channelId);
            socket.await("state", state -> state.path("channel").asString().equals(channelId));
        }
        return socket;
    }
}
