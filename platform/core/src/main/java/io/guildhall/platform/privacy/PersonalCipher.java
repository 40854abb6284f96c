package io.guildhall.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * Writes a personal text as a token that says whose it is and opens it again:
 * {@code ‹personal:1:<subject>:<purpose>:<base64url of iv | ciphertext | tag>›}.
 *
 * <p>Subject, purpose and the name of the component are authenticated: a token copied to another person or another
 * component does not open.
 */
public final class PersonalCipher {

    /** What stands in the place of a text whose key is destroyed. */
    public static final String ERASED = "‹erased›";

    private static final Pattern TOKEN =
            Pattern.compile("‹personal:1:([A-Za-z0-9_.-]+):([a-z0-9-]*):([A-Za-z0-9_-]+)›");
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9_.-]+");

    private final KeySource keys;
    private final SecureRandom random;

    public PersonalCipher(KeySource keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** The token for a text, or {@link #ERASED} where the person is erased already. */
    public String seal(String subject, String purpose, String component, String plain) {
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException("subject of the personal component " + component + ": " + subject);
        }
        if (plain.equals(ERASED)) {
            return ERASED;
        }
        Optional<SecretKey> key = keys.forSealing(subject, purpose);
        if (key.isEmpty()) {
            return ERASED;
        }
        byte[] sealed = Aes.seal(
                key.get(), plain.getBytes(StandardCharsets.UTF_8), context(subject, purpose, component), random);
        return "‹personal:1:" + subject + ":" + purpose + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed) + "›";
    }

    /**
     * The text of a token, or {@link #ERASED} where its key is destroyed.
     *
     * @throws NotSealedHere where the text is not a token of this component
     */
    public String open(String component, String token) {
        if (token.equals(ERASED)) {
            return ERASED;
        }
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            throw new NotSealedHere();
        }
        String subject = parts.group(1);
        String purpose = parts.group(2);
        byte[] sealed = Base64.getUrlDecoder().decode(parts.group(3));
        return keys.forOpening(subject, purpose)
                .map(key -> Aes.open(key, sealed, context(subject, purpose, component)))
                .map(plain -> new String(plain, StandardCharsets.UTF_8))
                .orElse(ERASED);
    }

    /** The same JSON with every token replaced by {@code ‹personal›}, for those who may see events but not persons. */
    public static String redact(String json) {
        return TOKEN.matcher(json).replaceAll("‹personal›");
    }

    private static byte[] context(String subject, String purpose, String component) {
        return ("personal:1:" + subject + ":" + purpose + ":" + component).getBytes(StandardCharsets.UTF_8);
    }
}
