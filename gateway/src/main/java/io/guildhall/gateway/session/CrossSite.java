package io.guildhall.gateway.session;

import io.guildhall.gateway.Installation;
import io.guildhall.gateway.problem.ProblemType;
import io.guildhall.gateway.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Refuses changes that another site makes a signed-in browser send.
 *
 * <p>The page must send back the token that is sealed in the session, so a cookie planted beside it is worth nothing.
 */
@Component
public class CrossSite {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final String origin;

    CrossSite(Installation installation) {
        this.origin = installation.origin();
    }

    /** Throws {@code csrf} unless the request only reads or comes from a page of ours. */
    public void check(ServerHttpRequest request, Session session) {
        if (READS.contains(request.getMethod())) {
            return;
        }
        String from = request.getHeaders().getOrigin();
        String token = request.getHeaders().getFirst("X-XSRF-TOKEN");
        if (from != null && !from.equals(origin) || !isEqual(token, session.csrf())) {
            throw Refused.as(ProblemType.CSRF);
        }
    }

    private static boolean isEqual(@Nullable String given, String expected) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
