package io.guildhall.gateway.caller;

import io.guildhall.gateway.Connections;
import io.guildhall.gateway.Installation;
import io.guildhall.gateway.problem.Refused;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks access tokens: RS256 by the issuer's keys, our issuer, our audience, not expired, of a type for access. */
@Component
class AccessTokens {

    /** The services' own. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private final NimbusReactiveJwtDecoder decoder;

    AccessTokens(Installation installation, Connections connections) {
        decoder = NimbusReactiveJwtDecoder.withJwkSetUri(installation.keys().toString())
                .webClient(connections.calls().build())
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .validateType(false)
                .build();
        JwtTypeValidator type = new JwtTypeValidator(List.of("at+jwt", "JWT"));
        OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, given -> given != null && given.contains("guildhall"));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                type,
                new JwtTimestampValidator(TOLERANCE),
                new JwtIssuerValidator(installation.issuer().toString()),
                audience));
    }

    /** Fails with BadJwtException for a token that is not in order, with 503 when the keys cannot be had. */
    Mono<Jwt> check(String token) {
        return decoder.decode(token)
                .onErrorMap(
                        error -> error instanceof JwtException && !(error instanceof BadJwtException),
                        noKeys -> Refused.unavailable("member", noKeys))
                .onErrorMap(IllegalStateException.class, noKeys -> Refused.unavailable("member", noKeys));
    }
}
