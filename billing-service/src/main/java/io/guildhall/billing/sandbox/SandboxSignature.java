package io.guildhall.billing.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs {@code timestamp.body} by HMAC-SHA256 as {@code t=<seconds>,v1=<hex>}; good for 300 seconds of the real clock. */
public final class SandboxSignature {

    public static final String HEADER = "Guildhall-Sandbox-Signature";

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    private SandboxSignature() {}

    public static String sign(String secret, Instant at, byte[] body) {
        String seconds = Long.toString(at.getEpochSecond());
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(secret, seconds, body));
    }

    static boolean good(String secret, Instant now, byte[] body, @Nullable String header) {
        Matcher parts = FORM.matcher(header == null ? "" : header);
        if (!parts.matches()) {
            return false;
        }
        byte[] sent = HexFormat.of().parseHex(parts.group(2));
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(parts.group(1))), now);
        return MessageDigest.isEqual(sent, mac(secret, parts.group(1), body))
                && age.abs().compareTo(FRESH) <= 0;
    }

    private static byte[] mac(String secret, String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
