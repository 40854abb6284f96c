package io.guildhall.platform.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that seal all others: the first line of the master key file seals, every line opens.
 *
 * <p>A line is 32 bytes in base64, with {@code 2:} before it where its number is not 1. To rotate, put a new line with a
 * new number first, restart every instance, and take the old line away when the log says that all is sealed anew.
 */
public final class MasterKeys {

    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> TOO_OPEN = Set.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Map<Integer, SecretKey> keys;
    private final int sealing;

    private MasterKeys(Map<Integer, SecretKey> keys) {
        this.keys = Map.copyOf(keys);
        this.sealing = keys.keySet().iterator().next();
    }

    /**
     * Reads the file.
     *
     * @throws MasterKeyUnusable where it is missing, unreadable by shape, or readable by other users of the machine
     */
    public static MasterKeys of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new MasterKeyUnusable("The master key file " + file + " does not exist.");
        }
        try {
            refuseTooOpen(file);
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new MasterKeyUnusable("The master key file " + file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Reads the lines of a master key file from elsewhere; {@code source} names it in errors. */
    public static MasterKeys parse(String source, String lines) {
        Map<Integer, SecretKey> keys = new LinkedHashMap<>();
        lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    int id = colon < 0 ? 1 : number(source, line.substring(0, colon));
                    if (keys.put(id, key(source, line.substring(colon + 1))) != null) {
                        throw new MasterKeyUnusable("The master key file " + source + " holds key " + id + " twice.");
                    }
                });
        if (keys.isEmpty()) {
            throw new MasterKeyUnusable("The master key file " + source + " holds no key.");
        }
        return new MasterKeys(keys);
    }

    /** The number of the key that seals. */
    public int sealing() {
        return sealing;
    }

    /** Whether there are keys that open only. */
    boolean holdsOthers() {
        return keys.size() > 1;
    }

    /** Whether what key {@code id} has sealed can be opened. */
    public boolean holds(int id) {
        return keys.containsKey(id);
    }

    SecretKey key(int id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new MasterKeyUnusable(
                    "The master key file does not hold key " + id + ", which sealed a stored value.");
        }
        return key;
    }

    /** A secret for one purpose, derived from the key that seals: HMAC-SHA256 over the purpose. */
    public byte[] derived(String purpose) {
        return Hmac.sha256(key(sealing).getEncoded(), purpose);
    }

    private static void refuseTooOpen(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)
                && Files.getPosixFilePermissions(file).stream().anyMatch(TOO_OPEN::contains)) {
            throw new MasterKeyUnusable("The master key file " + file
                    + " is open to other users of this machine; give it mode 0600 (or 0440 for a group of its own).");
        }
    }

    private static int number(String source, String text) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > 255) {
            throw new MasterKeyUnusable(
                    "The master key file " + source + " numbers a key \"" + text + "\", not 0 to 255.");
        }
        return Integer.parseInt(text);
    }

    private static SecretKey key(String source, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new MasterKeyUnusable("The master key file " + source + " holds a line that is not base64.");
        }
        if (bytes.length != KEY_BYTES) {
            throw new MasterKeyUnusable(
                    "The master key file " + source + " holds a key of " + bytes.length + " bytes, not 32.");
        }
        SecretKey key = new SecretKeySpec(bytes, "AES");
        Arrays.fill(bytes, (byte) 0);
        return key;
    }
}
