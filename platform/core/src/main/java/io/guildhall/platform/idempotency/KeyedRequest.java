package io.guildhall.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A request that bears a key.
 *
 * @param id of actor, method, path and key: nobody is given the answer of another's request
 * @param bodyHash of what is asked for
 */
record KeyedRequest(String id, String bodyHash) {

    static KeyedRequest of(
            @Nullable String actor, String method, String path, @Nullable String query, String key, byte[] body) {
        String asked = query == null ? "" : query;
        return new KeyedRequest(
                hash(bytes(actor == null ? "" : actor), bytes(method), bytes(path), bytes(key)),
                hash(bytes(asked), body));
    }

    /** The same for every attempt, so that the log answers what an earlier one has done. */
    String commandId() {
        return "key_" + id;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Each part is hashed by itself first: no two lists of parts run together to the same bytes. */
    private static String hash(byte[]... parts) {
        try {
            MessageDigest whole = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                whole.update(MessageDigest.getInstance("SHA-256").digest(part));
            }
            return HexFormat.of().formatHex(whole.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
