package io.guildhall.gateway.hall;

import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/** Plays a service that speaks WebSocket: repeats what it hears, and closes or waits when it is told to. */
public final class SocketService implements AutoCloseable {

    private static final int LARGEST_FRAME = 64 * 1024;

    private final List<Map<String, String>> handshakes = new CopyOnWriteArrayList<>();
    private final List<Integer> closed = new CopyOnWriteArrayList<>();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    public SocketService() {
        WebsocketServerSpec spec = WebsocketServerSpec.builder()
                .maxFramePayloadLength(LARGEST_FRAME)
                .build();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(Ports.free())
                .route(routes -> routes.ws("/ws", this::talk, spec))
                .bindNow();
    }

    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The headers of each handshake, names in lower case, with the query under {@code ?}. */
    public List<Map<String, String>> handshakes() {
        return handshakes;
    }

    /** The codes with which clients closed. */
    public List<Integer> closed() {
        return closed;
    }

    /** Goes away as a process that is killed. */
    @Override
    public void close() {
        connections.forEach(Connection::dispose);
        server.disposeNow();
    }

    private Publisher<Void> talk(WebsocketInbound in, WebsocketOutbound out) {
        handshakes.add(in.headers().entries().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                        Map.Entry::getValue,
                        (one, other) -> one)));
        in.withConnection(connections::add);
        in.receiveCloseStatus().subscribe(status -> closed.add(status.code()));
        Flux<String> heard = in.aggregateFrames(LARGEST_FRAME).receive().asString();
        return heard.concatMap(text -> answer(text, out));
    }

    private static Mono<Void> answer(String text, WebsocketOutbound out) {
        if (text.startsWith("close ")) {
            // as services do, and not as sendClose does, which does not wait for the other side's close
            return out.sendObject(new CloseWebSocketFrame(Integer.parseInt(text.substring(6)), "as asked"))
                    .then();
        }
        Mono<String> answer = text.startsWith("wait ")
                ? Mono.delay(Duration.ofMillis(Long.parseLong(text.substring(5))))
                        .thenReturn("waited")
                : Mono.just(text);
        return answer.flatMap(said -> out.sendString(Mono.just(said)).then());
    }
}
