package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Frames that are too large, too frequent or for somebody else's channel, and sockets without a ticket, at the gateway. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedStack.class)
class HouseBadChatTest {

    private static final int LARGEST_FRAME = 16 * 1024;
    /** Twice what a socket may send in 10 seconds. */
    private static final int MOST_FRAMES = 400;

    /** 10 at once, and one a second while the socket is open. */
    private static final int MOST_SAID = 40;

    private static final String SECRET = "The key is under the mat";

    private final LocalStack stack;
    private final BadInput input;
    private final GuildhallClient owner;
    private final String community;
    private GuildhallClient clara;
    private GuildhallClient dennis;

    HouseBadChatTest(LocalStack stack) {
        this.stack = stack;
        this.input = new BadInput(stack);
        this.owner = stack.owner();
        this.community = stack.made("community");
        this.clara = stack.anyone();
        this.dennis = stack.anyone();
    }

    @BeforeAll
    void thereAreMembers() throws InterruptedException {
        var newcomers = new Newcomers(stack);
        clara = newcomers.register("clara@example.org", "Clara");
        dennis = newcomers.register("dennis@example.org", "Dennis");
    }

    @Test
    void aFrameThatIsTooLargeClosesTheSocketAndSaysNothing() {
        String channel = channel(community, "public");
        stack.awaitQuiet();
        Map<String, Long> before = input.heads();

        try (var socket = RawSocket.of(clara, community)) {
            socket.await("hello");
            String shell = "{\"type\":\"send\",\"channel\":\"" + channel + "\",\"localId\":\"a\",\"body\":\"\"}";
            socket.sendText(shell.replace("\"\"", "\"" + "x".repeat(LARGEST_FRAME + 1 - shell.length()) + "\""));

            assertThat(socket.closeCode()).isEqualTo(4413);
            assertThat(socket.of("sent")).isEmpty();
        }
        assertThat(input.recordedSince(before)).isEmpty();
    }

    @Test
    void whoSaysTooMuchIsToldSoThenClosedAndHurtsNobodyElse() {
        String channel = channel(community, "public");
        try (var others = new ChatClient(dennis, community, channel, -1);
                var socket = RawSocket.of(clara, community)) {
            socket.await("hello");

            for (int i = 0; i < MOST_FRAMES && socket.isOpen(); i++) {
                socket.say(channel, "m" + i, "Spam " + i);
            }

            assertThat(socket.closeCode()).isEqualTo(4429);
            JsonNode problem = socket.await("problem");
            assertThat(problem.path("problem").asString()).isEqualTo("too-many-messages");
            assertThat(problem.path("status").asInt()).isEqualTo(429);
            assertThat(problem.path("more").path("retryAfterMs").asLong()).isPositive();
            assertThat(socket.of("sent")).hasSizeBetween(10, MOST_SAID);
            others.say("d1", "Not me");
            await().atMost(Duration.ofSeconds(20)).until(() -> others.bodies().contains("Not me"));
            assertThat(others.bodies()).hasSizeBetween(11, MOST_SAID + 1);
        }
    }

    @Test
    void whatIsSaidInAnothersChannelReachesNobodyElse() {
        String members = channel(community, "members");
        String elsewhere = owner.post("/api/communities", Map.of("name", "Next door", "language", "en"))
                .expect(201)
                .text("communityId");
        String foreign = channel(elsewhere, "public");

        try (var owners = new ChatClient(owner, community, members, -1);
                var socket = RawSocket.of(clara, community)) {
            socket.await("hello");
            socket.send(Map.of("type", "subscribe", "channel", foreign, "afterSeq", -1));
            assertThat(problem(socket, foreign).path("problem").asString()).isEqualTo("not-found");
            socket.send(Map.of("type", "subscribe", "channel", members, "afterSeq", -1));
            JsonNode closed = problem(socket, members);
            assertThat(closed.path("problem").asString()).isEqualTo("entitlement-required");
            assertThat(closed.path("status").asInt()).isEqualTo(403);
            assertThat(closed.path("more").path("opens").toString()).contains("channel:" + members);

            owners.say("s1", SECRET);
            await().atMost(Duration.ofSeconds(20)).until(() -> owners.bodies().equals(List.of(SECRET)));
            socket.say(members, "c1", "Let me in");
            socket.await("problem", frame -> frame.path("localId").asString().equals("c1"));
            for (int i = 0; i < 20 && socket.isOpen(); i++) {
                socket.send(Map.of("type", "subscribe", "channel", members, "afterSeq", -1));
            }

            assertThat(socket.closeCode()).isEqualTo(4403);
            assertThat(socket.frames().toString()).doesNotContain(SECRET, "The round table");
            assertThat(socket.frames())
                    .extracting(frame -> frame.path("type").asString())
                    .containsOnly("hello", "problem");
            assertThat(owners.bodies()).containsExactly(SECRET);
        }
        Reply history = clara.get("/api/communities/" + community + "/channels/" + members + "/messages");
        assertThat(history.status()).isEqualTo(403);
        assertThat(history.problem()).isEqualTo("entitlement-required");
        assertThat(history.body()).doesNotContain(SECRET);
    }

    @Test
    void withoutATicketOfOnesOwnASocketIsClosedAtOnce() {
        String used = RawSocket.ticket(clara, community);
        try (var first = RawSocket.open(stack.origin(), used)) {
            first.await("hello");
            for (String query : List.of("", "?ticket=", "?ticket=" + "A".repeat(43), used)) {
                try (var socket = RawSocket.open(stack.origin(), query)) {
                    assertThat(socket.closeCode()).as(query).isEqualTo(4401);
                    assertThat(socket.frames()).as(query).isEmpty();
                }
            }
            assertThat(first.isOpen()).isTrue();
        }
        Reply nobody = stack.anyone().post("/api/communities/" + community + "/channels/tickets", null);
        assertThat(nobody.status()).isEqualTo(401);
    }

    @Test
    void aForeignPageAndAnAccessTokenInTheAddressOpenNothing() {
        String ticket = RawSocket.ticket(clara, community);

        assertThatThrownBy(() -> RawSocket.openFrom("https://evil.example", stack.origin(), ticket))
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(403));
        assertThatThrownBy(() -> RawSocket.open(stack.origin(), "?access_token=abc"))
                .satisfies(refused -> assertThat(status(refused)).isEqualTo(400));

        try (var own = RawSocket.open(stack.origin(), ticket)) {
            own.await("hello");
        }
    }

    private static int status(Throwable refused) {
        return ((WebSocketHandshakeException) Objects.requireNonNull(refused.getCause()))
                .getResponse()
                .statusCode();
    }

    private static JsonNode problem(RawSocket socket, String channel) {
        return socket.await("problem", frame -> frame.path("channel").asString().equals(channel));
    }

    /** The owner's role may be heard a moment after the founding. */
    private String channel(String hall, String audience) {
        Map<String, String> wish = Map.of("name", "The round table", "audience", audience);
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> owner.post("/api/communities/" + hall + "/channels", wish), Reply::ok)
                .text("channelId");
    }
}
