package io.guildhall.member.credential;

import io.guildhall.member.credential.WeakPassword.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Decides which passwords may be used: length counts, signs do not (NIST 800-63B-4, one factor).
 *
 * <p>15 to 256 characters of any kind; not on the built-in list of known ones, not a short text repeated, and without
 * the names of site, mail and member.
 */
@Component
public class PasswordRules {

    private static final int SHORTEST = 15;
    private static final int LONGEST = 256;
    private static final int LONGEST_UNIT = 6;
    private static final int SHORTEST_NAME = 4;
    private static final String SITE = "guildhall";

    private final Set<String> known = readKnown();

    /** The form in which passwords are compared and hashed, so that one typed on another system is the same. */
    public static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** @throws WeakPassword when the password must not be used by the owner of this mail and name */
    public void check(String password, String mail, String name) {
        String normal = normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) {
            throw new WeakPassword(Reason.SHORT);
        }
        if (length > LONGEST) {
            throw new WeakPassword(Reason.LONG);
        }
        String folded = fold(normal);
        if (known.contains(folded) || repeats(normal.toLowerCase(Locale.ROOT))) {
            throw new WeakPassword(Reason.KNOWN);
        }
        if (names(mail, name).stream().anyMatch(folded::contains)) {
            throw new WeakPassword(Reason.NAMES);
        }
    }

    private static List<String> names(String mail, String name) {
        String local = mail.substring(0, Math.max(0, mail.indexOf('@')));
        return Stream.of(SITE, local, name)
                .map(PasswordRules::fold)
                .filter(text -> text.length() >= SHORTEST_NAME)
                .toList();
    }

    private static boolean repeats(String text) {
        for (int unit = 1; unit <= LONGEST_UNIT; unit++) {
            if (text.equals(
                    text.substring(0, unit).repeat(text.length() / unit + 1).substring(0, text.length()))) {
                return true;
            }
        }
        return false;
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s._-]", "");
    }

    private static Set<String> readKnown() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("/known-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("known-passwords.txt is missing");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(PasswordRules::fold)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
