package io.guildhall.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.platform.testing.TestIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;

class AccessTokensTest {

    private static final TestIssuer TOKENS = new TestIssuer("key-1");

    private final AtomicInteger fetches = new AtomicInteger();
    private HttpServer issuer;
    private AccessTokens tokens;

    @BeforeEach
    void startIssuer() throws IOException {
        issuer = server();
        issuer.createContext("/", exchange -> {
            fetches.incrementAndGet();
            byte[] keys = TOKENS.published().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        tokens = tokensFrom(address());
    }

    @AfterEach
    void stopIssuer() {
        issuer.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys");
    }

    private static AccessTokens tokensFrom(URI address) {
        return new AccessTokens(new IssuerKeys(address), TestIssuer.NAME);
    }

    private static HttpServer server() throws IOException {
        while (true) {
            try {
                int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
                return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            } catch (java.net.BindException busy) {
                continue;
            }
        }
    }

    @Test
    void acceptsAGoodToken() {
        assertThat(tokens.decode(TOKENS.token("mem_7")).getSubject()).isEqualTo("mem_7");
        assertThat(tokens.decode(TOKENS.token(claims -> claims, header -> header.type(JOSEObjectType.JWT)))
                        .getSubject())
                .isEqualTo("mem_1");
    }

    static Stream<Arguments> defects() throws Exception {
        UnaryOperator<JWTClaimsSet.Builder> good = claims -> claims;
        UnaryOperator<JWSHeader.Builder> same = header -> header;
        Instant now = Instant.now();
        byte[] publicKey = TOKENS.key().toRSAPublicKey().getEncoded();
        return Stream.of(
                Arguments.of(
                        "expired",
                        TOKENS.token(
                                c -> c.issueTime(Date.from(now.minusSeconds(360)))
                                        .expirationTime(Date.from(now.minusSeconds(60))),
                                same)),
                Arguments.of("not yet valid", TOKENS.token(c -> c.notBeforeTime(Date.from(now.plusSeconds(60))), same)),
                Arguments.of("never expires", TOKENS.token(c -> c.expirationTime(null), same)),
                Arguments.of("for others", TOKENS.token(c -> c.audience("another-hall"), same)),
                Arguments.of("for nobody", TOKENS.token(c -> c.audience((String) null), same)),
                Arguments.of("another issuer", TOKENS.token(c -> c.issuer("http://evil.example/id"), same)),
                Arguments.of("no subject", TOKENS.token(c -> c.subject(null), same)),
                Arguments.of("of another type", TOKENS.token(good, h -> h.type(new JOSEObjectType("logout+jwt")))),
                Arguments.of("of no type", TOKENS.token(good, h -> h.type(null))),
                Arguments.of(
                        "another's signature",
                        TOKENS.token(good, same, new RSASSASigner(new TestIssuer("key-1").key()))),
                Arguments.of("cut", TOKENS.token("mem_1").substring(0, 200)),
                Arguments.of("signature cut", TOKENS.token("mem_1").replaceAll("\\.[^.]*$", ".")),
                Arguments.of("no token at all", "ghp_0123456789"),
                Arguments.of(
                        "alg none",
                        new PlainJWT(new JWTClaimsSet.Builder()
                                        .issuer(TestIssuer.NAME)
                                        .audience("guildhall")
                                        .subject("mem_1")
                                        .expirationTime(Date.from(now.plusSeconds(60)))
                                        .build())
                                .serialize()),
                Arguments.of("HS256 by the public key", hs256(publicKey)),
                Arguments.of("RS512", TOKENS.token(good, _ -> new JWSHeader.Builder(JWSAlgorithm.RS512))),
                Arguments.of("jku", TOKENS.token(good, h -> h.jwkURL(URI.create("http://127.0.0.1:1/keys")))),
                Arguments.of("x5u", TOKENS.token(good, h -> h.x509CertURL(URI.create("http://127.0.0.1:1/cert")))),
                Arguments.of("jwk", TOKENS.token(good, h -> h.jwk(TOKENS.key().toPublicJWK()))));
    }

    private static String hs256(byte[] secret) throws Exception {
        return TOKENS.token(
                claims -> claims,
                _ -> new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("at+jwt")),
                new MACSigner(secret));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void refusesABadToken(String defect, String token) {
        assertThatThrownBy(() -> tokens.decode(token)).as(defect).isInstanceOf(BadJwtException.class);
    }

    @Test
    void fetchesNothingForATokenThatNamesItsOwnKey() throws Exception {
        List<String> selfKeyed = defects()
                .filter(defect -> List.of("jku", "x5u", "jwk", "alg none", "HS256 by the public key")
                        .contains(defect.get()[0]))
                .map(defect -> (String) defect.get()[1])
                .toList();
        assertThat(selfKeyed).hasSize(5);

        selfKeyed.forEach(token -> assertThatThrownBy(() -> tokens.decode(token)));

        assertThat(fetches).hasValue(0);
    }

    @Test
    void fetchesKeysOnce() {
        for (int i = 0; i < 20; i++) {
            tokens.decode(TOKENS.token("mem_" + i));
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void asksTheIssuerSeldomForUnknownKeys() {
        tokens.decode(TOKENS.token("mem_1"));
        TestIssuer stranger = new TestIssuer("key-of-a-stranger");
        for (int i = 0; i < 50; i++) {
            String token = stranger.token("mem_" + i);
            assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(BadJwtException.class);
        }
        assertThat(fetches.get()).isLessThan(10);
        assertThat(tokens.decode(TOKENS.token("mem_7")).getSubject()).isEqualTo("mem_7");
    }

    @Test
    void saysThatTheIssuerIsAwayAndNotThatTheTokenIsBad() {
        AccessTokens lost = tokensFrom(URI.create("http://127.0.0.1:1/keys"));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> lost.decode(TOKENS.token("mem_1")))
                    .isInstanceOf(JwtException.class)
                    .isNotInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void goesOnWithTheKeysItHasWhileTheIssuerIsAway() {
        tokens.decode(TOKENS.token("mem_1"));
        issuer.stop(0);
        assertThat(tokens.decode(TOKENS.token("mem_2")).getSubject()).isEqualTo("mem_2");
    }
}
