package io.guildhall.gateway.hall;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.guildhall.gateway.hall.Service.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plays the authorization server inside member-service. */
public final class Issuer {

    private final String issuer;
    private final String clientAuthorization;
    private final RSAKey key = newKey();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Set<String> notRefreshed = ConcurrentHashMap.newKeySet();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final AtomicInteger codesGiven = new AtomicInteger();
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private volatile int accessSeconds = 300;

    Issuer(Service member, String issuer, String clientSecret) {
        this.issuer = issuer;
        this.clientAuthorization = "Basic "
                + Base64.getEncoder().encodeToString(("gateway:" + clientSecret).getBytes(StandardCharsets.UTF_8));
        member.answer("/id/oauth2/jwks", asked -> Answer.json(new JWKSet(key.toPublicJWK()).toString()));
        member.answer("/id/oauth2/token", asked -> isGateway(asked) ? token(form(asked)) : Answer.empty(401));
        member.answer("/id/oauth2/introspect", asked -> isGateway(asked) ? introspect(form(asked)) : Answer.empty(401));
        member.answer("/id/oauth2/revoke", asked -> isGateway(asked) ? revoke(form(asked)) : Answer.empty(401));
        member.answer("/id/internal/sign-out", asked -> Answer.empty(isGateway(asked) ? 204 : 401));
        member.answer("/id/internal/exchange", asked -> isGateway(asked) ? exchange(asked) : Answer.empty(401));
    }

    /** A code as the sign-in page would send it back for these parameters of the authorization request. */
    public String codeFor(String memberId, String nonce, String challenge) {
        String code = memberId + "-" + codesGiven.incrementAndGet();
        codes.add(code);
        nonces.put(code, nonce);
        challenges.put(code, challenge);
        return code;
    }

    public void accessTokensLive(int seconds) {
        accessSeconds = seconds;
    }

    /** Refuses refresh tokens of this member, but still calls them active. */
    public void refuseToRefresh(String memberId) {
        notRefreshed.add(memberId);
    }

    public void end(String token) {
        ended.add(token);
    }

    public JWTClaimsSet.Builder claims(String memberId) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("guildhall")
                .subject(memberId)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(accessSeconds)));
    }

    public String sign(JWTClaimsSet claims) {
        return sign(claims, new JOSEObjectType("at+jwt"), key);
    }

    public String sign(JWTClaimsSet claims, JOSEObjectType type, RSAKey by) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(type)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public RSAKey key() {
        return key;
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isGateway(Received asked) {
        return clientAuthorization.equals(asked.header("Authorization"));
    }

    private Answer token(Map<String, String> form) {
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> redeem(form);
            case "refresh_token" -> refresh(form.getOrDefault("refresh_token", ""));
            default -> invalidGrant();
        };
    }

    private Answer redeem(Map<String, String> form) {
        String code = form.getOrDefault("code", "");
        if (!codes.remove(code)
                || !challenge(form.getOrDefault("code_verifier", "")).equals(challenges.get(code))) {
            return invalidGrant();
        }
        String memberId = code.substring(0, code.indexOf('-'));
        JWTClaimsSet identity = claims(memberId)
                .audience("gateway")
                .claim("nonce", nonces.get(code))
                .claim("sid", "sid-" + memberId)
                .build();
        return Answer.json("{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"id_token\":\"%s\",%s}"
                .formatted(
                        sign(claims(memberId).build()),
                        "refresh-" + code,
                        sign(identity, JOSEObjectType.JWT, key),
                        rest()));
    }

    private Answer refresh(String token) {
        String memberId = token.split("-")[1];
        if (ended.contains(token) || notRefreshed.contains(memberId)) {
            return invalidGrant();
        }
        return Answer.json(
                "{\"access_token\":\"%s\",%s}".formatted(sign(claims(memberId).build()), rest()));
    }

    private String rest() {
        return "\"token_type\":\"Bearer\",\"expires_in\":" + accessSeconds;
    }

    private Answer introspect(Map<String, String> form) {
        return Answer.json("{\"active\":" + !ended.contains(form.getOrDefault("token", "")) + "}");
    }

    private Answer revoke(Map<String, String> form) {
        ended.add(form.getOrDefault("token", ""));
        return Answer.empty(200);
    }

    /** Knows tokens of the form ghp_(member id). */
    private Answer exchange(Received asked) {
        var known = Pattern.compile("\\{\"token\":\"ghp_(mem_\\w+)\"}").matcher(asked.text());
        return known.matches()
                ? Answer.json("{\"accessToken\":\"%s\",\"expiresIn\":%d}"
                        .formatted(sign(claims(known.group(1)).build()), accessSeconds))
                : Answer.empty(401);
    }

    private static Answer invalidGrant() {
        return new Answer(400, "application/json", "{\"error\":\"invalid_grant\"}", Map.of());
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(Received asked) {
        return Arrays.stream(asked.text().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
