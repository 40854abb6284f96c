package io.guildhall.member.oauth;

import io.guildhall.member.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** What every token says: for whom (audience), by which client, in which session, and for an API client, for whom it acts. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** Of a kind that Security's JSON modules read again. */
    private static final List<String> AUDIENCE = Collections.singletonList("guildhall");

    @Override
    public void customize(JwtEncodingContext context) {
        JwtClaimsSet.Builder claims = context.getClaims();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            access(claims, context.getJwsHeader(), context.getRegisteredClient().getClientId());
        }
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            claims.subject(Objects.requireNonNull(
                    context.getRegisteredClient().getClientSettings().<String>getSetting(Clients.OWNER)));
        } else {
            session(claims, Objects.requireNonNull(context.getPrincipal()));
        }
    }

    static void access(JwtClaimsSet.Builder claims, JwsHeader.Builder header, String clientId) {
        header.type("at+jwt");
        claims.audience(new ArrayList<>(AUDIENCE)).claim("client_id", clientId);
    }

    private static void session(JwtClaimsSet.Builder claims, Authentication principal) {
        String sid = Session.sidOf(principal);
        if (sid != null) {
            claims.claim("sid", sid);
        }
        Session.signedInAt(principal).ifPresent(at -> claims.claim(IdTokenClaimNames.AUTH_TIME, Date.from(at)));
    }
}
