package io.guildhall.community;

import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's end of the wire: keeps what it was told, in order. */
public final class ChatSocket implements WebSocket.Listener {

    public static final String ORIGIN =
            URI.create(TestIssuer.NAME).resolve("/").toString().replaceFirst("/$", "");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder parts = new StringBuilder();
    private final boolean reading;
    private @Nullable WebSocket socket;

    private ChatSocket(boolean reading) {
        this.reading = reading;
    }

    /** Opens with a query as it stands. */
    public static ChatSocket open(int port, String query) {
        return open(port, query, new ChatSocket(true));
    }

    /** One that reads nothing before it is told to. */
    public static ChatSocket openLazily(int port, String query) {
        return open(port, query, new ChatSocket(false));
    }

    private static ChatSocket open(int port, String query, ChatSocket listener) {
        listener.socket = HTTP.newWebSocketBuilder()
                .header("Origin", ORIGIN)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws" + query), listener)
                .join();
        return listener;
    }

    /** A ticket of the member, as the query of the handshake. */
    public static String ticket(Client member, String communityId) {
        var given = member.post("/api/communities/" + communityId + "/channels/tickets");
        return "?ticket=" + Client.body(given).path("ticket").asString();
    }

    public synchronized void send(Map<String, ?> frame) {
        socket().sendText(JsonMapper.shared().writeValueAsString(frame), true).join();
    }

    public synchronized void sendText(String text, boolean last) {
        socket().sendText(text, last).join();
    }

    public ChatSocket subscribe(String channelId) {
        send(Map.of("type", "subscribe", "channel", channelId));
        return this;
    }

    public ChatSocket subscribe(String channelId, long afterSeq) {
        send(Map.of("type", "subscribe", "channel", channelId, "afterSeq", afterSeq));
        return this;
    }

    public void say(String channelId, String localId, String body) {
        send(Map.of("type", "send", "channel", channelId, "localId", localId, "body", body));
    }

    /** The first such frame, as soon as it is there. */
    public JsonNode await(String type) {
        return await(type, _ -> true);
    }

    public JsonNode await(String type, Predicate<JsonNode> which) {
        return Awaited.until(() -> of(type).stream().filter(which).findFirst());
    }

    public List<JsonNode> of(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asString().equals(type))
                .toList();
    }

    /** The facts it was told, in the order of arrival. */
    public List<JsonNode> facts() {
        return frames.stream()
                .filter(frame -> List.of("message", "edited", "deleted", "reacted", "unreacted")
                        .contains(frame.path("type").asString()))
                .toList();
    }

    public List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    /** The code with which the server closed. */
    public int closeCode() {
        Awaitility.await().atMost(LONGEST).until(closed::isDone);
        return closed.join();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    public void readOn() {
        socket().request(Long.MAX_VALUE);
    }

    private WebSocket socket() {
        return Objects.requireNonNull(socket);
    }

    /** Breaks the connection without a word. */
    public void drop() {
        socket().abort();
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reading) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        parts.append(part);
        if (last) {
            frames.add(JsonMapper.shared().readTree(parts.toString()));
            parts.setLength(0);
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.complete(1006);
    }
}
