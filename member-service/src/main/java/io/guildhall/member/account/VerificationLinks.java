package io.guildhall.member.account;

import io.guildhall.member.secret.SharedSecrets;
import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes and reads the links that verify an account.
 *
 * <p>A token is the member's id and its keyed hash, so it stands nowhere, not even hashed, and the same mail can be
 * written again; that it counts once and for a day is the account's own rule.
 */
@Component
public class VerificationLinks {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final String issuer;

    VerificationLinks(SharedSecrets secrets, @Value("${guildhall.issuer}") String issuer) {
        this.key = new SecretKeySpec(secrets.key("verification"), "HmacSHA256");
        this.issuer = issuer;
    }

    public String to(String memberId) {
        return issuer + "/verify?token=" + tokenOf(memberId);
    }

    public String signIn() {
        return issuer + "/login";
    }

    /** Whose account a token verifies; empty when we never made it. */
    public Optional<String> memberOf(String token) {
        int dot = token.indexOf('.');
        String memberId = dot < 0 ? "" : "mem_" + token.substring(0, dot);
        boolean ours = Ids.isId("mem", memberId)
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        tokenOf(memberId).getBytes(StandardCharsets.UTF_8));
        return ours ? Optional.of(memberId) : Optional.empty();
    }

    private String tokenOf(String memberId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] hash = mac.doFinal(memberId.getBytes(StandardCharsets.UTF_8));
            return memberId.substring("mem_".length()) + "." + ENCODER.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
