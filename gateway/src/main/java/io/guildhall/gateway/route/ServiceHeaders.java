package io.guildhall.gateway.route;

import io.guildhall.gateway.Installation;
import io.guildhall.gateway.caller.Caller;
import io.guildhall.gateway.limit.ClientAddress;
import io.guildhall.gateway.problem.Trace;
import io.guildhall.gateway.session.SealedCookies;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What of a request's headers a service gets to see.
 *
 * <p>Who calls is told by the access token alone. Only the sign-in pages get cookies and credentials, their own. What a
 * caller says of its address or of our origin is replaced by what we know.
 */
@Component
class ServiceHeaders implements HttpHeadersFilter, Ordered {

    private static final List<String> OURS_TO_SAY =
            List.of("x-forwarded-", "x-user-", "x-internal-", "x-real-ip", "x-xsrf-token", "forwarded", "traceparent");

    private final Installation installation;
    private final ClientAddress addresses;
    private final SealedCookies cookies;

    ServiceHeaders(Installation installation, ClientAddress addresses, SealedCookies cookies) {
        this.installation = installation;
        this.addresses = addresses;
        this.cookies = cookies;
    }

    /** After the framework's own, one of which removes X-Forwarded headers. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders given, ServerWebExchange exchange) {
        HttpHeaders headers = new HttpHeaders();
        given.forEach((name, values) -> {
            if (OURS_TO_SAY.stream().noneMatch(name.toLowerCase(Locale.ROOT)::startsWith)) {
                headers.addAll(name, values);
            }
        });
        headers.remove(HttpHeaders.COOKIE);
        if (isSignIn(exchange.getRequest())) {
            passCookies(exchange.getRequest(), headers);
        } else {
            headers.remove(HttpHeaders.AUTHORIZATION);
            String token = Caller.of(exchange).token();
            if (token != null) {
                headers.setBearerAuth(token);
            }
        }
        headers.set("X-Forwarded-For", addresses.of(exchange.getRequest()));
        headers.set("X-Forwarded-Proto", installation.issuer().getScheme());
        headers.set("X-Forwarded-Host", installation.issuer().getAuthority());
        headers.set("traceparent", Trace.of(exchange).parent());
        return headers;
    }

    private void passCookies(ServerHttpRequest request, HttpHeaders headers) {
        String kept = request.getCookies().values().stream()
                .flatMap(List::stream)
                .filter(cookie -> !cookies.names().contains(cookie.getName()))
                .map(HttpCookie::toString)
                .collect(Collectors.joining("; "));
        if (!kept.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, kept);
        }
    }

    private static boolean isSignIn(ServerHttpRequest request) {
        return request.getPath().value().startsWith("/id/");
    }
}
