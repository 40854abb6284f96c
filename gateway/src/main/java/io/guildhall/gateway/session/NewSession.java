package io.guildhall.gateway.session;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Makes the session of a browser that has just proved who it is. */
@Component
class NewSession {

    private final SecureRandom random = new SecureRandom();

    Session of(OAuth2LoginAuthenticationToken signedIn, Instant now) {
        OidcUser member = (OidcUser) Objects.requireNonNull(signedIn.getPrincipal());
        OAuth2AccessToken accessToken = Objects.requireNonNull(signedIn.getAccessToken());
        return new Session(
                member.getClaimAsString("sid"),
                Objects.requireNonNull(member.getSubject()),
                token(),
                accessToken.getTokenValue(),
                Objects.requireNonNull(accessToken.getExpiresAt()).getEpochSecond(),
                Objects.requireNonNull(signedIn.getRefreshToken()).getTokenValue(),
                now.getEpochSecond());
    }

    private String token() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
