package io.guildhall.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Derives each secret of the gateway from the installation's master key, so that its instances share them. */
@Component
public class Secrets {

    private final List<byte[]> masterKeys;

    Secrets(Installation installation) {
        masterKeys = Stream.concat(
                        Stream.of(installation.masterKeyFile()), installation.formerMasterKeyFiles().stream())
                .map(Secrets::read)
                .toList();
    }

    /** The password by which member-service knows the client {@code gateway}. */
    public String clientSecret() {
        return HexFormat.of().formatHex(derive(masterKeys.getFirst(), "gateway-client"));
    }

    /** Keys of 256 bits for a purpose: the present one first, then those of former master keys. */
    public List<byte[]> keysFor(String purpose) {
        return masterKeys.stream().map(key -> derive(key, purpose)).toList();
    }

    private static byte[] read(Path file) {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length == 32) {
                return key;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("Cannot read the master key file " + file, e);
        }
        throw new IllegalStateException("The master key file " + file + " must hold 32 bytes in Base64");
    }

    private static byte[] derive(byte[] masterKey, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(masterKey, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
