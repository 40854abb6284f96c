package io.guildhall.member.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Somebody who signed in with a password.
 *
 * @param sid names the session; tokens that follow from it carry it as claim {@code sid}
 */
public record Session(String memberId, String sid, Instant signedInAt, Instant until) {

    /** As Spring Security sees it: name = member, details = sid, factor = the password. */
    public Authentication authentication() {
        var password = FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(signedInAt)
                .build();
        var authentication = UsernamePasswordAuthenticationToken.authenticated(memberId, null, List.of(password));
        authentication.setDetails(sid);
        return authentication;
    }

    /** The sid that {@link #authentication} put into it; null in that of a client that acts by itself. */
    public static @Nullable String sidOf(Authentication authentication) {
        return authentication.getDetails() instanceof String sid ? sid : null;
    }

    /** When the password was given that {@link #authentication} tells of; empty in that of a client that acts by itself. */
    public static Optional<Instant> signedInAt(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(factor -> ((FactorGrantedAuthority) factor).getIssuedAt())
                .findAny();
    }
}
