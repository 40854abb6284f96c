package io.guildhall.platform.security;

import io.guildhall.platform.problem.AuthenticationRequired;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who makes the current request, as the token says.
 *
 * @param id the member, or the client itself when it acts for no member
 * @param client the registered client that holds the token
 * @param session the sign-in from which the token follows; null where it follows from none
 */
public record Actor(
        String id, @Nullable String client, @Nullable String session) {

    /** The caller; in an endpoint that needs no sign-in use {@link #find}. */
    public static Actor current() {
        return find().orElseThrow(AuthenticationRequired::new);
    }

    public static Optional<Actor> find() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<Actor> of(@Nullable Authentication authentication) {
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            return Optional.empty();
        }
        Jwt jwt = token.getToken();
        return Optional.ofNullable(jwt.getSubject())
                .map(id -> new Actor(id, jwt.getClaimAsString("client_id"), jwt.getClaimAsString("sid")));
    }
}
