package io.guildhall.member.session;

import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * Somebody who signed in with a password.
 *
 * @param sid names the session; tokens that follow from it carry it as claim {@code sid}
 */
public record Session(String memberId, String sid, Instant signedInAt, Instant until) {

    /** As Spring Security sees it: name = member, details = sid. */
    public Authentication authentication() {
        var password = FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(signedInAt)
                .build();
        var authentication = UsernamePasswordAuthenticationToken.authenticated(memberId, null, List.of(password));
        authentication.setDetails(sid);
        return authentication;
    }
}
