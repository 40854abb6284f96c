package io.guildhall.gateway.caller;

import io.guildhall.gateway.caller.Caller.Anonymous;
import io.guildhall.gateway.caller.Caller.Browser;
import io.guildhall.gateway.limit.Limits;
import io.guildhall.gateway.problem.ProblemType;
import io.guildhall.gateway.problem.Refused;
import io.guildhall.gateway.session.CrossSite;
import io.guildhall.gateway.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds out who is calling. A token in the Authorization header wins over the cookie; a token that is not in order is
 * refused, not ignored, and each such try counts against the address it came from.
 */
@Component
public class Callers {

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final String BEARER = "Bearer ";

    private final Bearers bearers;
    private final Sessions sessions;
    private final CrossSite crossSite;
    private final Limits limits;

    Callers(Bearers bearers, Sessions sessions, CrossSite crossSite, Limits limits) {
        this.bearers = bearers;
        this.sessions = sessions;
        this.crossSite = crossSite;
        this.limits = limits;
    }

    public Mono<Caller> of(ServerWebExchange exchange) {
        String given = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (given == null) {
            return browser(exchange);
        }
        if (!given.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            limits.spendAnonymous(exchange);
            return Mono.error(refused("not a bearer token"));
        }
        return bearer(exchange, given.substring(BEARER.length()).strip());
    }

    private Mono<Caller> browser(ServerWebExchange exchange) {
        return sessions.of(exchange).map(found -> {
            found.ifPresent(session -> crossSite.check(exchange.getRequest(), session));
            return found.<Caller>map(Browser::new).orElseGet(Anonymous::new);
        });
    }

    private Mono<Caller> bearer(ServerWebExchange exchange, String token) {
        boolean counted = bearers.costsAQuestion(token);
        if (counted) {
            limits.spendAnonymous(exchange);
        }
        return bearers.holder(token).cast(Caller.class).onErrorMap(BadJwtException.class, bad -> {
            if (!counted) {
                limits.spendAnonymous(exchange);
            }
            return refused(String.valueOf(bad.getMessage()));
        });
    }

    private static Refused refused(String reason) {
        LOG.atInfo()
                .addKeyValue("event.action", "authn.fail")
                .addKeyValue("reason", reason)
                .log("Token refused");
        return Refused.as(ProblemType.INVALID_TOKEN);
    }
}
