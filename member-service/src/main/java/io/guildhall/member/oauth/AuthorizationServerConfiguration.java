package io.guildhall.member.oauth;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.guildhall.member.session.CookieContexts;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Sets up the authorization server. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

    static final String AUTHORIZE = "/id/oauth2/authorize";
    static final String TOKEN = "/id/oauth2/token";
    static final String KEYS = "/id/oauth2/jwks";
    static final String REVOKE = "/id/oauth2/revoke";
    static final String INTROSPECT = "/id/oauth2/introspect";
    static final String END_SESSION = "/id/connect/logout";
    static final String USER_INFO = "/id/userinfo";

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(
            HttpSecurity http, Clients clients, CookieContexts contexts, SignOut signOut) {
        var refresh = new PublicRefresh(clients);
        return http.securityMatcher("/id/oauth2/**", END_SESSION, USER_INFO)
                .oauth2AuthorizationServer(server -> server.clientAuthentication(client ->
                                client.authenticationConverter(refresh).authenticationProvider(refresh))
                        .oidc(oidc -> oidc.logoutEndpoint(
                                end -> end.logoutResponseHandler(signOut).errorResponseHandler(signOut))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(signInPage()))
                .build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(@Value("${guildhall.issuer}") String issuer) {
        return AuthorizationServerSettings.builder()
                .issuer(issuer)
                .authorizationEndpoint(AUTHORIZE)
                .tokenEndpoint(TOKEN)
                .jwkSetEndpoint(KEYS)
                .tokenRevocationEndpoint(REVOKE)
                .tokenIntrospectionEndpoint(INTROSPECT)
                .oidcLogoutEndpoint(END_SESSION)
                .oidcUserInfoEndpoint(USER_INFO)
                .build();
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    @Bean
    OAuth2TokenGenerator<?> tokenGenerator(JwtEncoder encoder, TokenClaims claims) {
        var jwts = new JwtGenerator(encoder);
        jwts.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(jwts, new RefreshTokens());
    }

    /** Sessions stand in our own cookie; Tomcat's would bind a browser to one instance. */
    @Bean
    ServletContextInitializer noServletSessions() {
        return context -> context.setSessionTrackingModes(Set.of());
    }

    /** The page speaks the language that the client asks for (OpenID Connect's {@code ui_locales}, the first one). */
    private static AuthenticationEntryPoint signInPage() {
        return (request, response, _) -> {
            String query = request.getQueryString();
            String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
            String languages = request.getParameter("ui_locales");
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader(
                    HttpHeaders.LOCATION,
                    "/id/login?continue=" + encoded(asked) + (languages == null ? "" : "&lang=" + encoded(languages)));
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
