package io.guildhall.gateway.door;

import io.guildhall.gateway.Installation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The headers by which browsers are told to be careful, on whatever is answered.
 *
 * <p>Pages may load and run only what this origin serves; answers that are not files of ours are not stored.
 */
@Component
class AnswerHeaders {

    static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; " + "frame-ancestors 'none'";

    private final boolean secure;

    AnswerHeaders(Installation installation) {
        this.secure = installation.secure();
    }

    void promise(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> set(response.getHeaders())));
    }

    private void set(HttpHeaders headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        MediaType type = headers.getContentType();
        if (type != null && type.isCompatibleWith(MediaType.TEXT_HTML) && !headers.containsHeader(CSP)) {
            headers.set(CSP, POLICY);
        }
        String cacheable = headers.getCacheControl();
        if (cacheable == null || !cacheable.startsWith("max-age")) {
            headers.setCacheControl("no-store");
        }
    }

    private static final String CSP = "Content-Security-Policy";
}
