package io.guildhall.gateway.session;

import io.guildhall.gateway.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Seals small texts with AES-256-GCM so that only gateways of this installation can read or make them.
 *
 * <p>Sealed form: one byte with the number of the key, 12 bytes of nonce, ciphertext and tag. The newest key seals, all open; the
 * purpose is authenticated too, so that one cookie's content is worth nothing in another.
 */
@Component
class Sealer {

    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<Secrets.Key> keys;

    Sealer(Secrets secrets) {
        keys = secrets.keysFor("gateway-cookie");
    }

    String seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, purpose);
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole = new byte[1 + NONCE + sealed.length];
            whole[0] = (byte) keys.getFirst().number();
            System.arraycopy(nonce, 0, whole, 1, NONCE);
            System.arraycopy(sealed, 0, whole, 1 + NONCE, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text, or empty when any bit of it, its purpose or its key is not ours. */
    Optional<String> open(String purpose, String sealed) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (whole.length <= 1 + NONCE) {
            return Optional.empty();
        }
        return keys.stream()
                .filter(key -> (byte) key.number() == whole[0])
                .flatMap(key -> open(purpose, whole, key).stream())
                .findFirst();
    }

    private static Optional<String> open(String purpose, byte[] whole, Secrets.Key key) {
        try {
            byte[] nonce = Arrays.copyOfRange(whole, 1, 1 + NONCE);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, purpose);
            byte[] text = cipher.doFinal(whole, 1 + NONCE, whole.length - 1 - NONCE);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException tampered) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, Secrets.Key key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.secret(), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
