package io.guildhall.community.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.community.ChatSocket;
import io.guildhall.community.ChatTest;
import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.channel.Channels;
import io.guildhall.community.message.Talk;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

@Tag("long")
class WireLimitsTest extends ChatTest {

    @Autowired
    Talk talk;

    @Autowired
    Channels entries;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    WireLimitsTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void aTicketOpensOneConnectionOnce() {
        String ticket = ChatSocket.ticket(ada, community);

        ChatSocket first = ChatSocket.open(PORT, ticket);
        first.await("hello");

        assertThat(ChatSocket.open(PORT, ticket).closeCode()).isEqualTo(4401);
        assertThat(ChatSocket.open(otherInstance(), ticket).closeCode()).isEqualTo(4401);
        assertThat(ChatSocket.open(PORT, "").closeCode()).isEqualTo(4401);
        assertThat(ChatSocket.open(PORT, "?ticket=" + ada.issuer().token(ada.id()))
                        .closeCode())
                .isEqualTo(4401);
        assertThat(first.isOpen()).isTrue();
        first.drop();
        nobody.post(channels + "/tickets").expectStatus().isUnauthorized();
    }

    @Test
    void aTicketThatIsTooOldOpensNothing() {
        String ticket = ChatSocket.ticket(ada, community);
        var past = new Update().set("expiresAt", Instant.now().minusMillis(1));
        mongo.updateFirst(
                query(where("_id")
                        .is(Ids.derived(
                                "tic", ticket.substring("?ticket=".length()).getBytes(US_ASCII)))),
                past,
                Ticket.class);

        assertThat(ChatSocket.open(PORT, ticket).closeCode()).isEqualTo(4401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://127.0.0.1:8080.evil.example", "null"})
    void aForeignPageIsRefused(String origin) {
        assertThat(refusal(origin, ChatSocket.ticket(ada, community))).isEqualTo(403);
    }

    @Test
    void whatSaysNotWhereItComesFromIsRefused() {
        assertThat(refusal(null, ChatSocket.ticket(ada, community))).isEqualTo(403);
    }

    @Test
    void anAccessTokenInTheAddressIsRefused() {
        String token = ada.issuer().token(ada.id());
        assertThat(refusal(ChatSocket.ORIGIN, "?access_token=" + token)).isEqualTo(400);
        ada.get("/ws" + ChatSocket.ticket(ada, community)).expectStatus().isEqualTo(400);
    }

    @Test
    void aForeignChannelIsNotFoundAndAClosedOneSaysWhatOpensItAndNothingLeaks() {
        String members = openChannel("members");
        String elsewhere = Ids.next("com");
        makeOwner(elsewhere);
        String foreign = openChannel("/api/communities/" + elsewhere + "/channels", "public");
        ChatSocket socket = socket(ada);

        socket.subscribe(members);
        var refused =
                socket.await("problem", it -> it.path("channel").asString().equals(members));
        assertThat(refused.path("problem").asString()).isEqualTo("entitlement-required");
        assertThat(refused.path("status").asInt()).isEqualTo(403);
        assertThat(refused.path("more").path("opens").path(0).asString()).isEqualTo("channel:" + members);
        socket.subscribe(foreign);
        socket.await(
                "problem",
                it -> it.path("channel").asString().equals(foreign)
                        && it.path("problem").asString().equals("not-found"));
        socket.say(members, "a", "Let me in");
        socket.await("problem", it -> it.path("localId").asString().equals("a"));

        say(owner, members, "secret", "Secret");
        for (int i = 3; i < 20; i++) {
            socket.subscribe(members);
        }
        assertThat(socket.closeCode()).isEqualTo(4403);
        assertThat(socket.frames().toString()).doesNotContain("Secret").doesNotContain("state");
    }

    @Test
    void aFrameThatIsNoneIsRefusedAndTheConnectionStays() {
        String channelId = openChannel("public");
        ChatSocket socket = socket(ada);

        socket.sendText("{\"type\":", true);
        socket.await("problem", it -> it.path("problem").asString().equals("malformed-request"));
        socket.sendText("{\"type\":\"shout\"}", true);
        socket.send(Map.of("type", "subscribe", "channel", channelId, "memberId", bob.id()));
        socket.await("problem", it -> it.path("problem").asString().equals("unknown-property"));
        socket.send(Map.of("type", "subscribe"));
        var missing =
                socket.await("problem", it -> it.path("problem").asString().equals("validation-failed"));
        assertThat(missing.path("more").path("errors").path(0).path("pointer").asString())
                .isEqualTo("/channel");
        socket.say(channelId, "a", " ");

        socket.say(channelId, "b", "Still here");
        assertThat(socket.await("sent").path("localId").asString()).isEqualTo("b");
        socket.drop();
    }

    @Test
    void aMessageInPartsIsPutTogetherUpTo16KB() {
        String channelId = openChannel("public");
        ChatSocket socket = socket(ada).subscribe(channelId);
        String body = "学".repeat(8_000);
        String frame =
                "{\"type\":\"send\",\"channel\":\"" + channelId + "\",\"localId\":\"a\",\"body\":\"" + body + "\"}";

        for (int from = 0; from < frame.length(); from += 700) {
            int to = Math.min(frame.length(), from + 700);
            socket.sendText(frame.substring(from, to), to == frame.length());
        }
        assertThat(socket.await("message").path("body").asString()).isEqualTo(body);
        socket.drop();

        ChatSocket tooLarge = socket(ada);
        tooLarge.await("hello");
        tooLarge.sendText("x".repeat(16 * 1024 + 1), true);
        assertThat(tooLarge.closeCode()).isEqualTo(4413);
    }

    @Test
    void whoSaysTooMuchIsToldSoAndThenClosed() {
        String channelId = openChannel("public");
        ChatSocket socket = socketAtOther(ada);

        for (int i = 0; i < 40; i++) {
            socket.say(channelId, "m" + i, "Spam " + i);
        }

        assertThat(socket.closeCode()).isEqualTo(4429);
        var problem = socket.await("problem");
        assertThat(problem.path("problem").asString()).isEqualTo("too-many-messages");
        assertThat(problem.path("more").path("retryAfterMs").asLong()).isPositive();
        assertThat(socket.of("sent")).hasSizeBetween(10, 19);
        ChatSocket elsewhere = socketAtOther(ada);
        elsewhere.say(openChannel("public"), "a", "This is another channel");
        elsewhere.await("sent");
        elsewhere.drop();
        ChatSocket others = socketAtOther(bob);
        others.say(channelId, "b", "Not me");
        others.await("sent");
        others.drop();
    }

    @Test
    void aSlowReaderIsClosedAndHurtsNobody() {
        String channelId = openChannel("public");
        ChannelEntry channel = entries.find(community, channelId).orElseThrow();
        String query = ChatSocket.ticket(ada, community);
        ChatSocket slow = ChatSocket.openLazily(otherInstance(), query);
        ChatSocket quick = socketAtOther(bob).subscribe(channelId);
        slow.subscribe(channelId);
        quick.await("state");
        Listeners listeners = ofOtherInstance(Listeners.class);
        await().until(() -> listeners.of(channelId).size() == 2);

        String body = "慢".repeat(8_000);
        int said = 0;
        while (said < 3_000 && listeners.of(channelId).stream().noneMatch(Subscription::isEnded)) {
            talk.post(channel, owner.id(), "m" + said, body);
            said++;
        }
        int all = said;
        slow.readOn();

        assertThat(slow.closeCode()).isEqualTo(4408);
        await().atMost(Duration.ofSeconds(15)).until(() -> quick.facts().size() == all);
        long last = slow.facts().isEmpty()
                ? -1
                : slow.facts().getLast().path("sequence").asLong();
        ChatSocket again = socketAtOther(ada).subscribe(channelId, last);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> again.facts().size() == all - slow.facts().size());
        quick.drop();
        again.drop();
    }

    private static int refusal(@Nullable String origin, String query) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        try {
            builder.buildAsync(URI.create("ws://127.0.0.1:" + PORT + "/ws" + query), new WebSocket.Listener() {})
                    .join();
            return 101;
        } catch (CompletionException refused) {
            return ((WebSocketHandshakeException) Objects.requireNonNull(refused.getCause()))
                    .getResponse()
                    .statusCode();
        }
    }
}
