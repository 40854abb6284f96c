package io.guildhall.gateway.door;

import io.guildhall.gateway.caller.Caller;
import io.guildhall.gateway.caller.Callers;
import io.guildhall.gateway.limit.Limits;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Lets a caller in when its limit has room.
 *
 * <p>Only the API knows callers by token or session. Everything else counts by address, our own files not at all. Tries
 * to get in are made in nobody's name, and count more strictly.
 */
@Component
class Admission {

    private static final List<PathPattern> FILES = patterns(
            "/",
            "/communities/**",
            "/operations/**",
            "/account",
            "/notices",
            "/found",
            "/app/**",
            "/assets/**",
            "/docs/**",
            "/livez",
            "/readyz");
    private static final List<PathPattern> API = patterns("/api/**");
    private static final List<PathPattern> ENTRY =
            patterns("/id/login", "/id/register", "/id/verify", "/api/accounts/**", "/api/setup");

    private final Callers callers;
    private final Limits limits;

    Admission(Callers callers, Limits limits) {
        this.callers = callers;
        this.limits = limits;
    }

    Mono<Caller> of(ServerWebExchange exchange) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        if (matches(FILES, path)) {
            return Mono.just(new Caller.Anonymous());
        }
        if (matches(ENTRY, path) && exchange.getRequest().getMethod().equals(HttpMethod.POST)) {
            return Mono.fromSupplier(() -> {
                limits.spendEntry(exchange);
                return new Caller.Anonymous();
            });
        }
        Mono<Caller> caller = matches(API, path) ? callers.of(exchange) : Mono.just(new Caller.Anonymous());
        return caller.doOnNext(known -> spend(exchange, known));
    }

    private void spend(ServerWebExchange exchange, Caller caller) {
        switch (caller) {
            case Caller.Anonymous nobody -> limits.spendAnonymous(exchange);
            case Caller.TokenHolder holder -> limits.spendSignedIn(exchange, holder.id());
            case Caller.Browser browser ->
                limits.spendSignedIn(exchange, browser.session().memberId());
        }
    }

    private static boolean matches(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static List<PathPattern> patterns(String... paths) {
        return List.of(paths).stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }
}
