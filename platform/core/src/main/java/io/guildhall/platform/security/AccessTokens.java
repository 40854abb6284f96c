package io.guildhall.platform.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Accepts access tokens of our issuer for our audience, signed RS256 by a key the issuer publishes. The header is
 * checked first: a token that names its own key is refused before anything is fetched. Time is the real clock's.
 */
final class AccessTokens implements JwtDecoder {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final Set<String> FOREIGN_KEYS = Set.of("jku", "jwk", "x5u", "x5c", "crit");

    private final NimbusJwtDecoder decoder;

    AccessTokens(JWKSource<SecurityContext> keys, String issuer) {
        decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(ACCESS_TOKEN, JOSEObjectType.JWT)))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(CLOCK_SKEW),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()),
                new JwtClaimValidator<Collection<String>>(
                        JwtClaimNames.AUD,
                        audience -> audience != null && audience.contains(TokenProperties.AUDIENCE)))));
    }

    @Override
    public Jwt decode(String token) {
        JWSHeader header = header(token);
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())) {
            throw new BadJwtException("algorithm " + header.getAlgorithm());
        }
        if (header.toJSONObject().keySet().stream().anyMatch(FOREIGN_KEYS::contains)) {
            throw new BadJwtException("the header names a key of its own");
        }
        return decoder.decode(token);
    }

    private static JWSHeader header(String token) {
        try {
            return SignedJWT.parse(token).getHeader();
        } catch (ParseException | IllegalArgumentException e) {
            throw new BadJwtException("not a signed token", e);
        }
    }
}
