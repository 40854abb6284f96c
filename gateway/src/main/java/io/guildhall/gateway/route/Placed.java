package io.guildhall.gateway.route;

import io.guildhall.gateway.breaker.Places;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a request in where its service has a place for it. */
record Placed(Places places, String service) implements GatewayFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return places.in(service, chain.filter(exchange));
    }
}
