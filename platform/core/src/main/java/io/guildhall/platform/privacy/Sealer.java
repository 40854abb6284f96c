package io.guildhall.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Seals secrets of a service with its master key: {@code key number(1) | iv(12) | ciphertext | tag(16)}.
 *
 * <p>The context (say {@code "client/cli_1/secret"}) is authenticated but not stored: bytes moved elsewhere do not open.
 */
public final class Sealer {

    private final MasterKeys keys;
    private final SecureRandom random;

    public Sealer(MasterKeys keys) {
        this(keys, new SecureRandom());
    }

    Sealer(MasterKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    public byte[] seal(byte[] plain, String context) {
        byte[] sealed = Aes.seal(keys.key(keys.sealing()), plain, bytes(context), random);
        byte[] numbered = new byte[1 + sealed.length];
        numbered[0] = (byte) keys.sealing();
        System.arraycopy(sealed, 0, numbered, 1, sealed.length);
        return numbered;
    }

    /**
     * Opens what {@link #seal} made, by this or an earlier master key.
     *
     * @throws NotSealedHere where bytes or context are not those of the sealing
     * @throws MasterKeyUnusable where the key that sealed is no longer in the master key file
     */
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length == 0) {
            throw new NotSealedHere();
        }
        return Aes.open(keys.key(keyOf(sealed)), Arrays.copyOfRange(sealed, 1, sealed.length), bytes(context));
    }

    /** The number of the master key that sealed these bytes. */
    static int keyOf(byte[] sealed) {
        return Byte.toUnsignedInt(sealed[0]);
    }

    /** Whether a newer master key should seal these bytes anew. */
    public boolean stale(byte[] sealed) {
        return keyOf(sealed) != keys.sealing();
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }
}
