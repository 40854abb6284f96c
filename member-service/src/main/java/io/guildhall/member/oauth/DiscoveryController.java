package io.guildhall.member.oauth;

import io.guildhall.platform.security.Public;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The OpenID Connect discovery document. Spring Security's own would put the issuer's path before endpoints that hold it
 * already.
 */
@RestController
@Hidden
class DiscoveryController {

    private final Map<String, Object> document;

    DiscoveryController(@Value("${guildhall.issuer}") String issuer) {
        URI origin = URI.create(issuer);
        this.document = Map.ofEntries(
                Map.entry("issuer", issuer),
                Map.entry("authorization_endpoint", at(origin, AuthorizationServerConfiguration.AUTHORIZE)),
                Map.entry("token_endpoint", at(origin, AuthorizationServerConfiguration.TOKEN)),
                Map.entry("jwks_uri", at(origin, AuthorizationServerConfiguration.KEYS)),
                Map.entry("revocation_endpoint", at(origin, AuthorizationServerConfiguration.REVOKE)),
                Map.entry("introspection_endpoint", at(origin, AuthorizationServerConfiguration.INTROSPECT)),
                Map.entry("end_session_endpoint", at(origin, AuthorizationServerConfiguration.END_SESSION)),
                Map.entry("userinfo_endpoint", at(origin, AuthorizationServerConfiguration.USER_INFO)),
                Map.entry("response_types_supported", List.of("code")),
                Map.entry(
                        "grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials")),
                Map.entry("subject_types_supported", List.of("public")),
                Map.entry("scopes_supported", List.of("openid", "profile")),
                Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
                Map.entry("code_challenge_methods_supported", List.of("S256")),
                Map.entry(
                        "token_endpoint_auth_methods_supported",
                        List.of("client_secret_basic", "client_secret_post", "none")));
    }

    @GetMapping("/id/.well-known/openid-configuration")
    @Public
    Map<String, Object> discover() {
        return document;
    }

    private static String at(URI origin, String path) {
        return origin.resolve(path).toString();
    }
}
