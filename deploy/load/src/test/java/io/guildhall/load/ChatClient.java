package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.local.client.GuildhallClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One member's socket, through the gateway, and all frames that came over it. */
final class ChatClient implements AutoCloseable, WebSocket.Listener {

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final String channel;
    private final WebSocket socket;

    /** Opens a socket with a ticket and subscribes to everything behind a sequence. */
    ChatClient(GuildhallClient member, String community, String channel, long afterSequence) {
        this.channel = channel;
        String ticket = member.post("/api/communities/" + community + "/channels/tickets", null)
                .expect(201)
                .text("ticket");
        URI origin = member.origin();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", origin.toString())
                .buildAsync(URI.create("ws://" + origin.getAuthority() + "/ws?ticket=" + ticket), this)
                .join();
        awaitFrame("hello");
        tell(Map.of("type", "subscribe", "channel", channel, "afterSeq", afterSequence));
        awaitFrame("state");
    }

    void say(String localId, String body) {
        tell(Map.of("type", "send", "channel", channel, "localId", localId, "body", body));
    }

    /** What was said, as it came, by sequence. */
    List<Long> sequences() {
        return messages().map(frame -> frame.path("sequence").asLong()).toList();
    }

    List<String> bodies() {
        return messages().map(frame -> frame.path("body").asString()).toList();
    }

    void awaitFrame(String type) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> frames.stream()
                        .anyMatch(frame -> frame.path("type").asString().equals(type)));
    }

    /** A line that breaks: nobody says goodbye. */
    void drop() {
        socket.abort();
    }

    private Stream<JsonNode> messages() {
        return frames.stream().filter(frame -> frame.path("type").asString().equals("message"));
    }

    private void tell(Map<String, Object> frame) {
        assertThat(socket.sendText(JsonMapper.shared().writeValueAsString(frame), true))
                .succeedsWithin(Duration.ofSeconds(10));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            frames.add(JsonMapper.shared().readTree(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
