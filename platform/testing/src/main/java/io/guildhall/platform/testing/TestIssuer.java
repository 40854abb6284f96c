package io.guildhall.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Gives tests access tokens as member-service would, good ones and bad ones. A service under test trusts it with
 * {@code @Import(TestIssuer.Trusted.class)} and can have it injected.
 */
public final class TestIssuer {

    public static final String NAME = "http://127.0.0.1:8080/id";

    /** Makes a service trust this issuer; no key is fetched. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Trusted {

        /** The same for all services that are tried in one JVM: to make a key takes a second. */
        private static final TestIssuer ONLY = new TestIssuer("key-1");

        @Bean
        TestIssuer testIssuer() {
            return ONLY;
        }

        @Bean
        JWKSource<SecurityContext> testIssuerKeys(TestIssuer issuer) {
            return new ImmutableJWKSet<>(issuer.published());
        }
    }

    private static final Duration LIFE = Duration.ofMinutes(5);

    private record Given(String token, Instant at) {}

    private final RSAKey key;
    private final Map<String, Given> given = new ConcurrentHashMap<>();

    public TestIssuer(String keyId) {
        try {
            key = new RSAKeyGenerator(2048)
                    .keyID(keyId)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public RSAKey key() {
        return key;
    }

    public JWKSet published() {
        return new JWKSet(key.toPublicJWK());
    }

    /** A good token of this member, the same for a while: to sign one costs more than what most tests ask with it. */
    public String token(String memberId) {
        Instant now = Instant.now();
        return given.compute(
                        memberId,
                        (_, last) -> last != null && now.isBefore(last.at.plus(LIFE.dividedBy(2)))
                                ? last
                                : new Given(token(claims -> claims.subject(memberId), header -> header), now))
                .token;
    }

    /** A token that differs from a good one. */
    public String token(UnaryOperator<JWTClaimsSet.Builder> claims, UnaryOperator<JWSHeader.Builder> header) {
        try {
            return token(claims, header, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token that differs from a good one and is signed by another. */
    public String token(
            UnaryOperator<JWTClaimsSet.Builder> claims, UnaryOperator<JWSHeader.Builder> header, JWSSigner signer) {
        Instant now = Instant.now();
        var good = new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience("guildhall")
                .subject("mem_1")
                .claim("client_id", "web")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)));
        var head =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(new JOSEObjectType("at+jwt"));
        try {
            SignedJWT token =
                    new SignedJWT(header.apply(head).build(), claims.apply(good).build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
