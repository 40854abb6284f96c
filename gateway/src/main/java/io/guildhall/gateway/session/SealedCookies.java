package io.guildhall.gateway.session;

import io.guildhall.gateway.Installation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's cookies: sealed, HttpOnly, and bound to this host by the {@code __Host-} prefix under TLS. */
@Component
public class SealedCookies {

    static final String SESSION = "guildhall";
    static final String SIGN_IN = "guildhall-sign-in";
    static final String CSRF = "XSRF-TOKEN";

    private static final int LONGEST = 4000;

    private final Sealer sealer;
    private final JsonMapper json;
    private final boolean secure;

    SealedCookies(Sealer sealer, JsonMapper json, Installation installation) {
        this.sealer = sealer;
        this.json = json;
        this.secure = installation.secure();
    }

    /** Names that no service may see. */
    public List<String> names() {
        return List.of(nameOf(SESSION), nameOf(SIGN_IN), CSRF);
    }

    <T> Optional<T> read(ServerWebExchange exchange, String purpose, Class<T> type) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(nameOf(purpose));
        return Optional.ofNullable(cookie)
                .flatMap(given -> sealer.open(purpose, given.getValue()))
                .flatMap(text -> parse(text, type));
    }

    boolean isGiven(ServerWebExchange exchange, String purpose) {
        return exchange.getRequest().getCookies().containsKey(nameOf(purpose));
    }

    void write(ServerWebExchange exchange, String purpose, Object content, Duration age) {
        String sealed = sealer.seal(purpose, json.writeValueAsString(content));
        if (sealed.length() > LONGEST) {
            throw new IllegalStateException("Cookie " + purpose + " would have " + sealed.length() + " characters");
        }
        set(exchange, cookie(nameOf(purpose), sealed, true).maxAge(age).build());
    }

    void remove(ServerWebExchange exchange, String purpose) {
        set(exchange, cookie(nameOf(purpose), "", true).maxAge(0).build());
    }

    /** The one cookie that scripts of our pages may read. */
    void writeCsrf(ServerWebExchange exchange, String token) {
        set(exchange, cookie(CSRF, token, false).build());
    }

    private static void set(ServerWebExchange exchange, ResponseCookie cookie) {
        exchange.getResponse().getCookies().set(cookie.getName(), cookie);
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value, boolean httpOnly) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(httpOnly)
                .secure(secure)
                .sameSite("Lax");
    }

    private String nameOf(String purpose) {
        return secure ? "__Host-" + purpose : purpose;
    }

    private <T> Optional<T> parse(String text, Class<T> type) {
        try {
            return Optional.of(json.readValue(text, type));
        } catch (JacksonException olderForm) {
            return Optional.empty();
        }
    }
}
