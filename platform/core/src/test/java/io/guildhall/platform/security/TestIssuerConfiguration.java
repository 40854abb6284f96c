package io.guildhall.platform.security;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A service that is its own issuer. */
@TestConfiguration
public class TestIssuerConfiguration {

    @Bean
    TestTokens tokens() {
        return new TestTokens();
    }

    @Bean
    JWKSource<SecurityContext> keys(TestTokens tokens) {
        return new ImmutableJWKSet<>(tokens.published());
    }
}
