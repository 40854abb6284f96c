package io.guildhall.gateway.route;

import io.guildhall.gateway.breaker.Breakers;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends a request through the circuit breaker of its service. */
record Guarded(Breakers breakers, String service) implements GatewayFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return breakers.guard(service, chain.filter(exchange));
    }
}
