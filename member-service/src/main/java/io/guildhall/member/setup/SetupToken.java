package io.guildhall.member.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The set-up token of this installation: the content of a file that only its operators can read. */
@Component
class SetupToken {

    private final String file;

    SetupToken(@Value("${guildhall.setup-token-file:}") String file) {
        this.file = file;
    }

    /** @throws WrongSetupToken when it is another, or the installation has no such file */
    void check(String given) {
        if (file.isEmpty() || !Files.isRegularFile(Path.of(file)) || !same(given, read())) {
            throw new WrongSetupToken();
        }
    }

    private String read() {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new WrongSetupToken();
        }
    }

    private static boolean same(String given, String own) {
        return !own.isEmpty()
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), own.getBytes(StandardCharsets.UTF_8));
    }
}
