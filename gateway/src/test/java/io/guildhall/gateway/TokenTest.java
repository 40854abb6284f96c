package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.guildhall.gateway.hall.Hall;
import io.guildhall.gateway.hall.Issuer;
import io.guildhall.gateway.hall.Service;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenTest {

    static final String MEMBER = "mem_1";
    static Hall hall;
    static Issuer issuer;

    @BeforeAll
    static void open() {
        hall = new Hall();
        issuer = hall.issuer;
    }

    @AfterAll
    static void close() {
        hall.close();
    }

    @BeforeEach
    void forget() {
        hall.member.forget();
        hall.course.forget();
    }

    @Test
    void passesAGoodTokenOn() {
        String token = issuer.sign(issuer.claims(MEMBER).build());
        assertThat(ask(token).statusCode()).isEqualTo(200);
        assertThat(seen()).isEqualTo("Bearer " + token);
    }

    @Test
    void passesATokenOfAClientOn() {
        String token = issuer.sign(
                issuer.claims(MEMBER).subject(null).claim("client_id", "cli_1").build());
        assertThat(ask(token).statusCode()).isEqualTo(200);
    }

    @Test
    void passesOnWithoutATokenWhatCarriesNone() {
        assertThat(hall.browser().get("/api/communities/c/courses").statusCode())
                .isEqualTo(200);
        assertThat(seen()).isNull();
    }

    @Test
    void refusesAnExpiredToken() {
        refuses(issuer.sign(issuer.claims(MEMBER)
                .expirationTime(Date.from(Instant.now().minusSeconds(11)))
                .build()));
    }

    @Test
    void refusesATokenForAnotherAudience() {
        refuses(issuer.sign(issuer.claims(MEMBER).audience("gateway").build()));
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        refuses(issuer.sign(
                issuer.claims(MEMBER).issuer("http://evil.example/id").build()));
    }

    @Test
    void refusesATokenThatIsNotForAccess() {
        refuses(issuer.sign(issuer.claims(MEMBER).build(), new JOSEObjectType("logout+jwt"), issuer.key()));
    }

    @Test
    void refusesATokenSignedByAnotherKey() {
        refuses(issuer.sign(issuer.claims(MEMBER).build(), new JOSEObjectType("at+jwt"), Issuer.newKey()));
    }

    @Test
    void refusesATokenThatNobodySigned() {
        refuses(new PlainJWT(issuer.claims(MEMBER).build()).serialize());
    }

    @Test
    void refusesATokenSignedWithThePublicKeyAsSecret() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256), issuer.claims(MEMBER).build());
        token.sign(new MACSigner(issuer.key().toPublicKey().getEncoded()));
        refuses(token.serialize());
    }

    @Test
    void asksNobodyForAKeyThatTheTokenItselfNames() throws JOSEException {
        RSAKey own = Issuer.newKey();
        JWTClaimsSet claims = issuer.claims(MEMBER).build();
        Service course = hall.course;
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(own.getKeyID())
                        .jwk(own.toPublicJWK())
                        .jwkURL(URI.create(course.address() + "/keys"))
                        .x509CertURL(URI.create(course.address() + "/certificate"))
                        .build(),
                claims);
        token.sign(new RSASSASigner(own));
        refuses(token.serialize());
    }

    @Test
    void refusesATokenOfASignInThatHasEnded() {
        String token = issuer.sign(issuer.claims(MEMBER).claim("sid", "sid_1").build());
        issuer.end(token);
        refuses(token);
    }

    @Test
    void passesATokenOfASignInThatStandsOn() {
        assertThat(ask(issuer.sign(issuer.claims(MEMBER).claim("sid", "sid_2").build()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesOtherSchemes() {
        var answer = hall.browser().get("/api/communities/c/courses", "Authorization", "Basic YTpi");
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void doesNotTakeATokenFromTheQuery() {
        String token = issuer.sign(issuer.claims(MEMBER).build());
        hall.browser().get("/api/communities/c/courses?access_token=" + token);
        assertThat(seen()).isNull();
    }

    @Test
    void exchangesAPersonalAccessTokenOnceAMinute() {
        assertThat(ask("ghp_mem_7").statusCode()).isEqualTo(200);
        assertThat(ask("ghp_mem_7").statusCode()).isEqualTo(200);
        assertThat(hall.member.received("/id/internal/exchange")).hasSize(1);
        assertThat(hall.course.received())
                .hasSize(2)
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).startsWith("Bearer ey"));
    }

    @Test
    void refusesAnUnknownPersonalAccessTokenAndRemembersItBriefly() {
        refuses("ghp_unknown");
        refuses("ghp_unknown");
        assertThat(hall.member.received("/id/internal/exchange")).hasSize(1);
    }

    @Test
    void neitherAcceptsNorRefusesAPersonalAccessTokenWhileNobodyCanSay() {
        hall.member.stop();
        try {
            var answer = ask("ghp_mem_8");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("/problems/dependency-unavailable");
            assertThat(hall.course.received()).isEmpty();
        } finally {
            hall.member.start();
        }
    }

    private static HttpResponse<String> ask(String token) {
        return hall.browser().get("/api/communities/c/courses", "Authorization", "Bearer " + token);
    }

    private static void refuses(String token) {
        HttpResponse<String> answer = ask(token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("/problems/invalid-token");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(hall.course.received()).isEmpty();
    }

    private static @Nullable String seen() {
        return hall.course.received().getFirst().header("Authorization");
    }
}
