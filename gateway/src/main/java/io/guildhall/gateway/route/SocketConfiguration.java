package io.guildhall.gateway.route;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.socket.server.RequestUpgradeStrategy;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import reactor.netty.http.server.HttpServerRequest;

/** How sockets are opened and ended. */
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    @Bean
    @Primary
    WebSocketService honestSockets(RequestUpgradeStrategy upgrades) {
        var handshakes = new HandshakeWebSocketService(upgrades);
        return (exchange, handler) -> {
            HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
            request.withConnection(connection -> connection.channel().pipeline().addFirst(new LingeringClose()));
            return handshakes.handleRequest(exchange, new HonestSocket(handler));
        };
    }
}
