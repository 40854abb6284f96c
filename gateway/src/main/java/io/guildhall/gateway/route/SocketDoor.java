package io.guildhall.gateway.route;

import io.guildhall.gateway.problem.ProblemType;
import io.guildhall.gateway.problem.Refused;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets pages of our own origin open a socket, with nothing in the address but a ticket. The service asks the same, but what
 * it refuses would come too late: the gateway has opened its own side by then.
 */
record SocketDoor(String origin) implements GatewayFilter {

    private static final Set<String> PARAMETERS = Set.of("ticket");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!"websocket".equalsIgnoreCase(request.getHeaders().getFirst(HttpHeaders.UPGRADE))
                || !PARAMETERS.containsAll(request.getQueryParams().keySet())) {
            return Mono.error(Refused.as(ProblemType.MALFORMED_REQUEST));
        }
        if (!origin.equals(request.getHeaders().getOrigin())) {
            return Mono.error(Refused.as(ProblemType.CSRF));
        }
        return chain.filter(exchange);
    }
}
