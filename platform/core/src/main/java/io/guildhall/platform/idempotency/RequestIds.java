package io.guildhall.platform.idempotency;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Ids of what a request creates. With an {@code Idempotency-Key} they are the same in every attempt, so that an attempt
 * after a crash answers with the id of what the first one has stored; without a key they are new.
 */
public final class RequestIds {

    private static final ThreadLocal<@Nullable RequestIds> CURRENT = new ThreadLocal<>();

    private final String commandId;
    private int made;

    private RequestIds(String commandId) {
        this.commandId = commandId;
    }

    static void begin(String commandId) {
        CURRENT.set(new RequestIds(commandId));
    }

    static void end() {
        CURRENT.remove();
    }

    /** The next id of this request; call it in the same order in every attempt. */
    public static String next(String prefix) {
        RequestIds current = CURRENT.get();
        return current == null ? Ids.next(prefix) : current.derived(prefix);
    }

    private String derived(String prefix) {
        return Ids.derived(prefix, (commandId + "/" + made++).getBytes(StandardCharsets.UTF_8));
    }
}
