package io.guildhall.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** An issuer of tokens, good ones and bad ones. */
public final class TestTokens {

    public static final String ISSUER = "http://127.0.0.1:8080/id";

    private final RSAKey key;

    public TestTokens() {
        this("key-1");
    }

    public TestTokens(String keyId) {
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

    public String of(String member) {
        return with(claims -> claims.subject(member), header -> header);
    }

    public String with(UnaryOperator<JWTClaimsSet.Builder> claims, UnaryOperator<JWSHeader.Builder> header) {
        try {
            return signed(claims, header, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String signed(
            UnaryOperator<JWTClaimsSet.Builder> claims, UnaryOperator<JWSHeader.Builder> header, JWSSigner signer) {
        Instant now = Instant.now();
        var good = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("guildhall")
                .subject("mem_1")
                .claim("client_id", "web")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
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
