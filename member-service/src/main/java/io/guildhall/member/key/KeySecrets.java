package io.guildhall.member.key;

import io.guildhall.member.secret.SharedSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The secret of a key, which only this service can tell from the key's id: a request that is sent again after a crash
 * answers with the secret whose hash the first attempt has stored.
 */
@Component
public class KeySecrets {

    private static final String ALGORITHM = "HmacSHA256";

    private final SharedSecrets shared;

    KeySecrets(SharedSecrets shared) {
        this.shared = shared;
    }

    /** 256 bits in base64url; those of a personal access token begin with {@value Secrets#TOKEN_PREFIX}. */
    public String of(String keyId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(shared.key("access-keys"), ALGORITHM));
            byte[] secret = mac.doFinal(keyId.getBytes(StandardCharsets.UTF_8));
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            return KeyKind.TOKEN.names(keyId) ? Secrets.TOKEN_PREFIX + text : text;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
