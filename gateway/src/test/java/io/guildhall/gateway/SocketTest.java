package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.hall.Hall;
import io.guildhall.gateway.hall.SocketService;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketTest {

    static SocketService community;
    static Hall hall;

    @BeforeAll
    static void open() {
        community = new SocketService();
        hall = new Hall(
                "guildhall.services.community=" + community.address(),
                "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s");
    }

    @AfterAll
    static void close() {
        hall.close();
        community.close();
    }

    @Test
    void carriesWhatBothSidesSay() throws Exception {
        var client = new Listener();
        WebSocket socket = open(client, hall.origin(), "?ticket=abc", "Cookie", "guildhall=x", "X-User-Id", "mem_1");

        socket.sendText("hello", true).join();
        assertThat(client.next()).isEqualTo("hello");
        socket.sendText("学".repeat(16_000), true).join();
        assertThat(client.next()).hasSize(16_000);

        var seen = community.handshakes().getLast();
        assertThat(seen)
                .containsEntry("origin", hall.origin())
                .doesNotContainKeys("cookie", "authorization", "x-user-id");
        socket.abort();
    }

    @ParameterizedTest
    @ValueSource(ints = {4401, 4403, 4408, 4413, 4429, 4503})
    void tellsTheClientWhyTheServiceCloses(int code) {
        var client = new Listener();
        WebSocket socket = open(client, hall.origin(), "?ticket=abc");

        socket.sendText("close " + code, true).join();

        assertThat(client.closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(code);
    }

    /** By hand, since clients of a library stop talking. */
    @Test
    void tellsWhoTalksOnWhyTheServiceCloses() throws IOException {
        URI gateway = URI.create(hall.origin());
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("GET /ws?ticket=abc HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\nOrigin: " + gateway
                            + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13"
                            + "\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var in = new Scanner(socket.getInputStream(), StandardCharsets.ISO_8859_1).useDelimiter("\r\n\r\n");
            assertThat(in.next()).startsWith("HTTP/1.1 101");
            out.write(frame("close 4429"));
            for (int i = 0; i < 20_000; i++) {
                out.write(frame("And another thing"));
            }

            String closing = "\u0088\n" + (char) (4429 >> 8) + (char) (4429 & 0xff) + "as asked";
            String last = in.useDelimiter("\\A").next();
            assertThat(in.ioException()).isNull();
            assertThat(last).isEqualTo("\r\n\r\n" + closing);
        }
    }

    /** A text of one frame, with a mask that changes nothing. */
    private static byte[] frame(String text) {
        return ByteBuffer.allocate(6 + text.length())
                .put((byte) 0x81)
                .put((byte) (0x80 | text.length()))
                .putInt(0)
                .put(text.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    @Test
    void keepsASilentSocketOpenLongerThanAnAnswerMayTake() throws Exception {
        var client = new Listener();
        WebSocket socket = open(client, hall.origin(), "?ticket=abc");

        socket.sendText("wait 2500", true).join();

        assertThat(client.next()).isEqualTo("waited");
        socket.abort();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", ""})
    void refusesPagesOfAnotherOrigin(String origin) {
        int before = community.handshakes().size();
        assertThat(refusal(origin.isEmpty() ? null : origin, "?ticket=abc")).isEqualTo(403);
        assertThat(community.handshakes()).hasSize(before);
    }

    @Test
    void refusesAnAccessTokenInTheAddress() {
        assertThat(refusal(hall.origin(), "?access_token=abc")).isEqualTo(400);
        assertThat(refusal(hall.origin(), "?ticket=abc&token=abc")).isEqualTo(400);
        assertThat(hall.browser().get("/ws?ticket=abc").statusCode()).isEqualTo(400);
    }

    @Test
    void endsTheSocketWhenTheServiceDiesAndSaysThatItIsAway() throws Exception {
        var service = new SocketService();
        var client = new Listener();
        String gateway = hall.startAnotherGateway("guildhall.services.community=" + service.address());
        WebSocket socket = open(gateway, client, hall.origin(), "?ticket=abc");
        socket.sendText("hello", true).join();
        assertThat(client.next()).isEqualTo("hello");

        service.close();
        assertThat(client.closed.orTimeout(10, TimeUnit.SECONDS).join()).isIn(1000, 1002, 4503);

        var late = new Listener();
        open(gateway, late, hall.origin(), "?ticket=abc");
        assertThat(late.closed.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(4503);
    }

    private static int refusal(@Nullable String origin, String query) {
        try {
            open(new Listener(), origin, query);
            return 101;
        } catch (CompletionException refused) {
            return ((WebSocketHandshakeException) Objects.requireNonNull(refused.getCause()))
                    .getResponse()
                    .statusCode();
        }
    }

    private static WebSocket open(Listener client, @Nullable String origin, String query, String... headers) {
        return open(hall.origin(), client, origin, query, headers);
    }

    private static WebSocket open(
            String gateway, Listener client, @Nullable String origin, String query, String... headers) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.buildAsync(URI.create(gateway.replace("http:", "ws:") + "/ws" + query), client)
                .join();
    }

    private static final class Listener implements WebSocket.Listener {

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder parts = new StringBuilder();

        @Nullable
        String next() throws InterruptedException {
            return heard.poll(10, TimeUnit.SECONDS);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                heard.add(parts.toString());
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
    }
}
