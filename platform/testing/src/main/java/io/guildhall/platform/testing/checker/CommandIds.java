package io.guildhall.platform.testing.checker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Foretells the command id that a service derives from a request with an {@code Idempotency-Key}. */
public final class CommandIds {

    static final String KEYED = "key_";

    private CommandIds() {}

    /**
     * The id of the request; its commands have {@code /0}, {@code /1}, … behind it.
     *
     * @param actor the member id in the token
     * @param path as sent, without query
     */
    public static String of(@Nullable String actor, String method, String path, String key) {
        MessageDigest whole = sha256();
        for (String part : new String[] {actor == null ? "" : actor, method, path, key}) {
            whole.update(sha256().digest(part.getBytes(StandardCharsets.UTF_8)));
        }
        return KEYED + HexFormat.of().formatHex(whole.digest());
    }

    /** The id of the request that a command was part of. */
    static String request(String commandId) {
        int part = commandId.lastIndexOf('/');
        return part < 0 ? commandId : commandId.substring(0, part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
