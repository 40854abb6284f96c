package io.guildhall.member.oauth;

import io.guildhall.member.key.Secrets;
import io.guildhall.member.session.Session;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/**
 * An authorization as it is stored: whole but sealed, and its tokens hashed so that they are found.
 *
 * @param tokens state, code, access, refresh and ID token, each as its kind and SHA-256
 * @param stamp changes when the code is used or the refresh token replaced or revoked: of two at once, one writes
 * @param spent SHA-256 of refresh tokens that were replaced, the last one at {@code spentAt}
 */
@Document("authorizations")
record StoredAuthorization(
        @Id String id,
        @Indexed String principal,
        @Indexed @Nullable String sid,
        @Indexed List<String> tokens,
        String stamp,
        @Indexed List<String> spent,
        @Nullable Instant spentAt,
        @Indexed Instant until,
        Binary sealed) {

    private static final Duration UNFINISHED = Duration.ofMinutes(10);

    static StoredAuthorization of(
            OAuth2Authorization authorization, byte[] sealed, @Nullable StoredAuthorization before, Instant now) {
        String refresh = hashOf(authorization, OAuth2RefreshToken.class);
        List<String> spent = new ArrayList<>(before == null ? List.of() : before.spent());
        Instant spentAt = before == null ? null : before.spentAt();
        if (before != null && !before.refresh().isEmpty() && !before.refresh().equals(refresh)) {
            spent.add(before.refresh());
            spentAt = now;
        }
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        return new StoredAuthorization(
                authorization.getId(),
                authorization.getPrincipalName(),
                sidOf(authorization),
                tokensOf(authorization),
                (code != null && code.isInvalidated() ? "used" : "open")
                        + (isRevoked(authorization) ? "-revoked:" : ":")
                        + refresh,
                spent,
                spentAt,
                endOf(authorization, now),
                new Binary(sealed));
    }

    static String key(String kind, String token) {
        return kind + ":" + Secrets.hash(token);
    }

    /** Whether it is the refresh token that was replaced last, not before a moment. */
    boolean hasJustSpent(String hash, Instant earliest) {
        return spentAt != null && hash.equals(spent.getLast()) && !spentAt.isBefore(earliest);
    }

    private static boolean isRevoked(OAuth2Authorization authorization) {
        var token = authorization.getRefreshToken();
        return token != null && token.isInvalidated();
    }

    /** SHA-256 of the refresh token in force, or nothing. */
    private String refresh() {
        return stamp.substring(stamp.indexOf(':') + 1);
    }

    private static List<String> tokensOf(OAuth2Authorization authorization) {
        String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
        return Stream.of(
                        state == null ? null : key("state", state),
                        keyOf("code", authorization.getToken(OAuth2AuthorizationCode.class)),
                        keyOf("access_token", authorization.getAccessToken()),
                        keyOf("refresh_token", authorization.getRefreshToken()),
                        keyOf("id_token", authorization.getToken(OidcIdToken.class)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static <T extends OAuth2Token> @Nullable String keyOf(
            String kind, OAuth2Authorization.@Nullable Token<T> token) {
        return token == null ? null : key(kind, token.getToken().getTokenValue());
    }

    private static String hashOf(OAuth2Authorization authorization, Class<? extends OAuth2Token> type) {
        var token = authorization.getToken(type);
        return token == null ? "" : Secrets.hash(token.getToken().getTokenValue());
    }

    private static @Nullable String sidOf(OAuth2Authorization authorization) {
        Authentication principal = authorization.getAttribute(Principal.class.getName());
        return principal == null ? null : Session.sidOf(principal);
    }

    private static Instant endOf(OAuth2Authorization authorization, Instant now) {
        return Stream.of(OAuth2RefreshToken.class, OAuth2AccessToken.class)
                .map(authorization::getToken)
                .filter(Objects::nonNull)
                .map(token -> token.getToken().getExpiresAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(now.plus(UNFINISHED));
    }
}
