package io.guildhall.gateway.session;

import io.guildhall.gateway.Connections;
import io.guildhall.gateway.Installation;
import io.guildhall.gateway.Secrets;
import io.guildhall.gateway.breaker.Breakers;
import io.guildhall.gateway.problem.Language;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The OpenID Connect code flow with PKCE against our own issuer.
 *
 * <p>Nothing is discovered: browsers are sent to the public address, which is this gateway's, while tokens and keys are
 * fetched from member-service behind it.
 */
@Component
class AuthorizationServer {

    /** Of this origin; also where the authorization server may send a code. */
    static final String CALLBACK = "/login/oauth2/code/guildhall";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String redirectUri;
    private final String authorizationUri;
    private final ClientRegistration registration;
    private final DefaultServerOAuth2AuthorizationRequestResolver requests;
    private final OidcAuthorizationCodeReactiveAuthenticationManager codes;
    private final Breakers breakers;

    AuthorizationServer(Installation installation, Connections connections, Secrets secrets, Breakers breakers) {
        this.breakers = breakers;
        redirectUri = installation.origin() + CALLBACK;
        authorizationUri = installation.issuer() + "/oauth2/authorize";
        registration = ClientRegistration.withRegistrationId("guildhall")
                .clientId("gateway")
                .clientSecret(secrets.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(redirectUri)
                .scope("openid", "profile")
                .userNameAttributeName("sub")
                .issuerUri(installation.issuer().toString())
                .authorizationUri(authorizationUri)
                .tokenUri(installation
                        .service("member")
                        .resolve("/id/oauth2/token")
                        .toString())
                .jwkSetUri(installation.keys().toString())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
        requests = new DefaultServerOAuth2AuthorizationRequestResolver(
                new InMemoryReactiveClientRegistrationRepository(registration));
        var tokens = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        tokens.setWebClient(connections.calls().build());
        codes = new OidcAuthorizationCodeReactiveAuthenticationManager(tokens, new OidcReactiveOAuth2UserService());
    }

    /** @param language that the sign-in page shall speak */
    Mono<OAuth2AuthorizationRequest> newRequest(ServerWebExchange exchange, Language language) {
        return requests.resolve(exchange, registration.getRegistrationId())
                .map(request -> OAuth2AuthorizationRequest.from(request)
                        .additionalParameters(more -> more.put("ui_locales", language.tag()))
                        .build());
    }

    /** Fails with OAuth2AuthenticationException when code, nonce or ID token are not in order. */
    Mono<OAuth2LoginAuthenticationToken> redeem(SignInAttempt attempt, String code) {
        OAuth2AuthorizationExchange exchange =
                new OAuth2AuthorizationExchange(requestOf(attempt), responseOf(attempt, code));
        Authentication asked = new OAuth2AuthorizationCodeAuthenticationToken(registration, exchange);
        return breakers.guard("member", codes.authenticate(asked).timeout(PATIENCE))
                .cast(OAuth2LoginAuthenticationToken.class);
    }

    private OAuth2AuthorizationRequest requestOf(SignInAttempt attempt) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(authorizationUri)
                .redirectUri(redirectUri)
                .scopes(registration.getScopes())
                .state(attempt.state())
                .attributes(attributes -> {
                    attributes.put(OidcParameterNames.NONCE, attempt.nonce());
                    attributes.put(PkceParameterNames.CODE_VERIFIER, attempt.verifier());
                })
                .build();
    }

    private OAuth2AuthorizationResponse responseOf(SignInAttempt attempt, String code) {
        return OAuth2AuthorizationResponse.success(code)
                .redirectUri(redirectUri)
                .state(attempt.state())
                .build();
    }
}
