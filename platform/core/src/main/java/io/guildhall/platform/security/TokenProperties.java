package io.guildhall.platform.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens this service trusts ({@code guildhall}).
 *
 * @param issuer exactly as the tokens write it
 * @param jwkSetUri where its keys are; behind the issuer's address if not set
 */
@ConfigurationProperties("guildhall")
record TokenProperties(
        @DefaultValue("http://127.0.0.1:8080/id") String issuer,
        @Nullable URI jwkSetUri) {

    static final String AUDIENCE = "guildhall";

    URI keys() {
        return jwkSetUri == null ? URI.create(issuer + "/oauth2/jwks") : jwkSetUri;
    }
}
