package io.guildhall.member.oauth;

import io.guildhall.member.key.Key;
import io.guildhall.member.key.KeyKind;
import io.guildhall.member.key.Keys;
import io.guildhall.member.key.Secrets;
import io.guildhall.platform.privacy.MasterKeys;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Knows the clients: the gateway, the programs on a member's own machine, and the API clients that members made. */
@Component
class Clients implements RegisteredClientRepository {

    static final String GATEWAY = "gateway";

    /** Settings key: the member for whom an API client acts. */
    static final String OWNER = "guildhall.owner";

    private static final String NATIVE = "guildhall-cli";
    private static final Duration ACCESS = Duration.ofMinutes(5);
    private static final Duration API_ACCESS = Duration.ofSeconds(50);
    private static final Duration REFRESH = Duration.ofDays(30);
    private static final Duration GATEWAY_REFRESH = Duration.ofHours(12); // as long as a browser's session there

    private final Keys keys;
    private final RegisteredClient gateway;
    private final RegisteredClient nativeProgram;

    Clients(Keys keys, MasterKeys masterKeys, @Value("${guildhall.issuer}") String issuer) {
        this.keys = keys;
        this.gateway =
                gateway(URI.create(issuer).resolve("/").toString(), GatewayConfiguration.gatewaySecret(masterKeys));
        this.nativeProgram = nativeProgram();
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are made by commands");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return switch (clientId) {
            case GATEWAY -> gateway;
            case NATIVE -> nativeProgram;
            default ->
                KeyKind.CLIENT.names(clientId)
                        ? keys.inForce(clientId).map(Clients::apiClient).orElse(null)
                        : null;
        };
    }

    private static RegisteredClient gateway(String origin, String secret) {
        return RegisteredClient.withId(GATEWAY)
                .clientId(GATEWAY)
                .clientSecret(Secrets.hash(secret))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(origin + "login/oauth2/code/guildhall")
                .postLogoutRedirectUri(origin)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(proven())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS)
                        .refreshTokenTimeToLive(GATEWAY_REFRESH)
                        .reuseRefreshTokens(true) // its parallel requests would break a rotation
                        .build())
                .build();
    }

    private static RegisteredClient nativeProgram() {
        return RegisteredClient.withId(NATIVE)
                .clientId(NATIVE)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri("http://127.0.0.1/callback") // any port of the member's own machine (RFC 8252)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(proven())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS)
                        .refreshTokenTimeToLive(REFRESH)
                        .reuseRefreshTokens(false)
                        .build())
                .build();
    }

    private static ClientSettings proven() {
        return ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build();
    }

    private static RegisteredClient apiClient(Key key) {
        return RegisteredClient.withId(key.keyId())
                .clientId(key.keyId())
                .clientSecret(key.hash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(
                        ClientSettings.builder().setting(OWNER, key.memberId()).build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(API_ACCESS)
                        .build())
                .build();
    }
}
