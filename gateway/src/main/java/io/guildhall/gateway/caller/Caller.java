package io.guildhall.gateway.caller;

import io.guildhall.gateway.session.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** In whose name a request is passed on. */
public sealed interface Caller {

    /** Nobody that we know. */
    record Anonymous() implements Caller {}

    /** A member or a client that showed a token. */
    record TokenHolder(String id, String accessToken) implements Caller {}

    /** A browser that is signed in. */
    record Browser(Session session) implements Caller {}

    /** What the service gets as bearer token; null for nobody. */
    default @Nullable String token() {
        return switch (this) {
            case Anonymous nobody -> null;
            case TokenHolder holder -> holder.accessToken();
            case Browser browser -> browser.session().accessToken();
        };
    }

    /** Whom the door let in with this exchange. */
    static Caller of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(Caller.class.getName(), new Anonymous());
    }

    default void enter(ServerWebExchange exchange) {
        exchange.getAttributes().put(Caller.class.getName(), this);
    }
}
