package io.guildhall.platform.testing;

import io.guildhall.platform.privacy.KeySource;
import io.guildhall.platform.privacy.PersonalCipher;
import io.guildhall.platform.privacy.PersonalModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys that everybody knows: contract and golden files are sealed with them and open for ever. */
public final class TestKeys {

    private TestKeys() {}

    /** Writes and reads personal fields with the known keys, the same text for the same value every time. */
    public static PersonalModule personalModule() {
        return new PersonalModule(new PersonalCipher(new KnownKeys(), new NoRandom()));
    }

    /** A master key file of mode 0600 that goes with this JVM. */
    public static Path masterKeyFile() {
        try {
            Path file = Files.createTempFile("guildhall-master", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(hash("master key of tests")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class KnownKeys implements KeySource {

        @Override
        public Optional<SecretKey> forSealing(String subject, String purpose) {
            return Optional.of(new SecretKeySpec(hash("test key of " + subject + "/" + purpose), "AES"));
        }

        @Override
        public Optional<SecretKey> forOpening(String subject, String purpose) {
            return forSealing(subject, purpose);
        }
    }

    /** Leaves every byte 0; for texts that are public anyway. */
    private static final class NoRandom extends SecureRandom {

        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            java.util.Arrays.fill(bytes, (byte) 0);
        }
    }
}
