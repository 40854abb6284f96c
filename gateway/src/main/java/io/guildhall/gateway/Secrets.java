package io.guildhall.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Derives each secret of the gateway from the installation's master key, so that its instances share them.
 *
 * <p>The file is the services' own: a line per key, 32 bytes in Base64, with {@code 2:} before it where its number is not
 * 1. The first line is the key in use; the others still open what was sealed before a rotation.
 */
@Component
public class Secrets {

    /** A key of 256 bits for one purpose, with the number of its master key. */
    public record Key(int number, SecretKey secret) {}

    private final List<Key> masterKeys;

    Secrets(Installation installation) {
        masterKeys = read(installation.masterKeyFile());
    }

    /** The password by which member-service knows the client {@code gateway}. */
    public String clientSecret() {
        return HexFormat.of().formatHex(derive(masterKeys.getFirst(), "gateway-client"));
    }

    /** The key in use first. */
    public List<Key> keysFor(String purpose) {
        return masterKeys.stream()
                .map(key -> new Key(key.number(), new SecretKeySpec(derive(key, purpose), "AES")))
                .toList();
    }

    private static List<Key> read(Path file) {
        try {
            List<Key> keys = Files.readString(file)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Secrets::parse)
                    .toList();
            if (!keys.isEmpty()) {
                return keys;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The master key file " + file + " cannot be read: " + e.getMessage(), e);
        }
        throw new IllegalStateException("The master key file " + file + " holds no key");
    }

    private static Key parse(String line) {
        int colon = line.indexOf(':');
        int number = colon < 0 ? 1 : Integer.parseInt(line.substring(0, colon));
        byte[] bytes = Base64.getDecoder().decode(line.substring(colon + 1).strip());
        if (bytes.length != 32) {
            throw new IllegalArgumentException("key " + number + " has " + bytes.length + " bytes, not 32");
        }
        return new Key(number, new SecretKeySpec(bytes, "HmacSHA256"));
    }

    private static byte[] derive(Key masterKey, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(masterKey.secret());
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
