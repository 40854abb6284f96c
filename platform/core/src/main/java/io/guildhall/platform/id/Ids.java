package io.guildhall.platform.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Makes ids such as {@code crs_0198…}: a prefix that says what is named, and 32 hex digits of a UUID. */
public final class Ids {

    private static final TimeBasedEpochGenerator SORTABLE = Generators.timeBasedEpochGenerator();
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9]{0,15}");
    private static final int DIGITS = 32;

    private Ids() {}

    /** A new id that sorts behind those made before it (UUID version 7). */
    public static String next(String prefix) {
        return join(prefix, SORTABLE.generate());
    }

    /** The one id of these bytes, the same on every machine; use {@link #keyed} where the bytes can be guessed. */
    public static String derived(String prefix, byte[] value) {
        return join(prefix, uuidOf(sha256(prefix.getBytes(StandardCharsets.UTF_8), value)));
    }

    /** As {@link #derived}, but nobody without the key can tell the value by trying likely ones. */
    public static String keyed(String prefix, byte[] key, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return join(prefix, uuidOf(mac.doFinal(value)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one UUID (version 8) of these parts in this order; {@code ("a", "b")} differs from {@code ("ab")}. */
    public static UUID derivedUuid(String... parts) {
        byte[][] texts = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            texts[i] = parts[i].getBytes(StandardCharsets.UTF_8);
        }
        return uuidOf(sha256(texts));
    }

    /** Whether the text is an id with this prefix, as {@link #next} and {@link #derived} write it. */
    public static boolean isId(String prefix, @Nullable String text) {
        int start = prefix.length() + 1;
        if (text == null
                || text.length() != start + DIGITS
                || !text.startsWith(prefix)
                || text.charAt(start - 1) != '_') {
            return false;
        }
        return text.substring(start).chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** The text itself if it is an id with this prefix, for compact constructors of id records. */
    public static String require(String prefix, @Nullable String text) {
        if (text == null || !isId(prefix, text)) {
            throw new IllegalArgumentException("not an id that starts with " + prefix + "_");
        }
        return text;
    }

    private static String join(String prefix, UUID uuid) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("prefix of an id: " + prefix);
        }
        HexFormat hex = HexFormat.of();
        return prefix + "_" + hex.toHexDigits(uuid.getMostSignificantBits())
                + hex.toHexDigits(uuid.getLeastSignificantBits());
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID uuidOf(byte[] hash) {
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long high = (bits.getLong() & ~0xF000L) | 0x8000L;
        long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
