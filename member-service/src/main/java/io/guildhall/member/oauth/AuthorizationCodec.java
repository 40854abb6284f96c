package io.guildhall.member.oauth;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes authorizations as JSON and reads them: values of open type by Security's own modules, which name what is allowed. */
final class AuthorizationCodec {

    private static final TypeReference<Map<String, Object>> OPEN = new TypeReference<>() {};

    private final JsonMapper plain = JsonMapper.builder().build();
    private final JsonMapper open = JsonMapper.builder()
            .addModules(SecurityJacksonModules.getModules(AuthorizationCodec.class.getClassLoader()))
            .build();

    private record Written(
            String id,
            String client,
            String principal,
            String grantType,
            Set<String> scopes,
            String attributes,
            @Nullable WrittenToken code,
            @Nullable WrittenToken access,
            @Nullable WrittenToken refresh,
            @Nullable WrittenToken idToken) {}

    private record WrittenToken(
            String value,
            @Nullable Instant issuedAt,
            @Nullable Instant expiresAt,
            Set<String> scopes,
            String metadata) {}

    byte[] write(OAuth2Authorization authorization) {
        return plain.writeValueAsBytes(new Written(
                authorization.getId(),
                authorization.getRegisteredClientId(),
                authorization.getPrincipalName(),
                authorization.getAuthorizationGrantType().getValue(),
                authorization.getAuthorizedScopes(),
                open.writeValueAsString(authorization.getAttributes()),
                written(authorization.getToken(OAuth2AuthorizationCode.class)),
                written(authorization.getAccessToken()),
                written(authorization.getRefreshToken()),
                written(authorization.getToken(OidcIdToken.class))));
    }

    /** @return null where the client is no more */
    @Nullable
    OAuth2Authorization read(byte[] json, RegisteredClientRepository clients) {
        Written read = plain.readValue(json, Written.class);
        RegisteredClient client = clients.findById(read.client());
        return client == null ? null : authorization(read, client);
    }

    private OAuth2Authorization authorization(Written read, RegisteredClient client) {
        var builder = OAuth2Authorization.withRegisteredClient(client)
                .id(read.id())
                .principalName(read.principal())
                .authorizationGrantType(new AuthorizationGrantType(read.grantType()))
                .authorizedScopes(read.scopes())
                .attributes(attributes -> attributes.putAll(open.readValue(read.attributes(), OPEN)));
        add(
                builder,
                read.code(),
                token -> new OAuth2AuthorizationCode(
                        token.value(),
                        Objects.requireNonNull(token.issuedAt()),
                        Objects.requireNonNull(token.expiresAt())));
        add(
                builder,
                read.access(),
                token -> new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        token.value(),
                        token.issuedAt(),
                        token.expiresAt(),
                        token.scopes()));
        add(
                builder,
                read.refresh(),
                token -> new OAuth2RefreshToken(token.value(), token.issuedAt(), token.expiresAt()));
        add(
                builder,
                read.idToken(),
                token -> new OidcIdToken(token.value(), token.issuedAt(), token.expiresAt(), claims(token)));
        return builder.build();
    }

    private <T extends OAuth2Token> @Nullable WrittenToken written(OAuth2Authorization.@Nullable Token<T> token) {
        if (token == null) {
            return null;
        }
        T value = token.getToken();
        return new WrittenToken(
                value.getTokenValue(),
                value.getIssuedAt(),
                value.getExpiresAt(),
                value instanceof OAuth2AccessToken access ? access.getScopes() : Set.of(),
                open.writeValueAsString(token.getMetadata()));
    }

    private <T extends OAuth2Token> void add(
            OAuth2Authorization.Builder builder, @Nullable WrittenToken token, Function<WrittenToken, T> make) {
        if (token != null) {
            builder.token(make.apply(token), metadata -> metadata.putAll(open.readValue(token.metadata(), OPEN)));
        }
    }

    @SuppressWarnings("unchecked") // written by us from claims
    private Map<String, Object> claims(WrittenToken token) {
        return (Map<String, Object>) open.readValue(token.metadata(), OPEN)
                .getOrDefault(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, Map.of());
    }
}
