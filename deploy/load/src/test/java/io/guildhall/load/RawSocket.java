package io.guildhall.load;

import io.guildhall.local.client.GuildhallClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket at the gateway: all frames that came over it, and the code with which it was closed. */
final class RawSocket implements AutoCloseable, WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();
    private final WebSocket socket;

    /**
     * @param pageOrigin of the page that opens it
     * @throws java.util.concurrent.CompletionException when the handshake is refused
     */
    private RawSocket(URI origin, String pageOrigin, String query) {
        socket = HTTP.newWebSocketBuilder()
                .header("Origin", pageOrigin)
                .buildAsync(URI.create("ws://" + origin.getAuthority() + "/ws" + query), this)
                .join();
    }

    /** Opens as a page of our own does, with a query as it stands. */
    static RawSocket open(URI origin, String query) {
        return new RawSocket(origin, origin.toString(), query);
    }

    /** Opens as a page of another site does. */
    static RawSocket openFrom(String pageOrigin, URI origin, String query) {
        return new RawSocket(origin, pageOrigin, query);
    }

    /** Opens with a new ticket of the member. */
    static RawSocket of(GuildhallClient member, String community) {
        return open(member.origin(), ticket(member, community));
    }

    /** A new ticket of the member, as a query. */
    static String ticket(GuildhallClient member, String community) {
        return "?ticket="
                + member.post("/api/communities/" + community + "/channels/tickets", null)
                        .expect(201)
                        .text("ticket");
    }

    void say(String channel, String localId, String body) {
        send(Map.of("type", "send", "channel", channel, "localId", localId, "body", body));
    }

    void send(Map<String, Object> frame) {
        sendText(JsonMapper.shared().writeValueAsString(frame));
    }

    /** What is sent behind the server's close goes nowhere. */
    void sendText(String text) {
        socket.sendText(text, true)
                .handle((_, failure) -> failure == null || closed.isDone())
                .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    JsonNode await(String type) {
        return await(type, _ -> true);
    }

    /** The first such frame, as soon as it is there. */
    JsonNode await(String type, Predicate<JsonNode> which) {
        return Awaitility.await()
                .atMost(LONGEST)
                .until(() -> of(type).stream().filter(which).toList(), found -> !found.isEmpty())
                .getFirst();
    }

    List<JsonNode> of(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asString().equals(type))
                .toList();
    }

    List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    /** The code with which the server closed, as soon as it did. */
    int closeCode() {
        Awaitility.await().atMost(LONGEST).until(closed::isDone);
        return closed.join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        parts.append(part);
        if (last) {
            frames.add(JsonMapper.shared().readTree(parts.toString()));
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    /** Breaks the line without a word. */
    @Override
    public void close() {
        socket.abort();
    }
}
