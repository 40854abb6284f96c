package io.guildhall.gateway.route;

import java.util.List;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/**
 * Tells the client of a socket that the service behind it is away (4503: come back). Else it would be told that it broke
 * the protocol.
 */
record HonestSocket(WebSocketHandler passing) implements WebSocketHandler {

    private static final CloseStatus AWAY = new CloseStatus(4503, "service away");

    @Override
    public List<String> getSubProtocols() {
        return passing.getSubProtocols();
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        return passing.handle(session).onErrorResume(_ -> session.close(AWAY));
    }
}
