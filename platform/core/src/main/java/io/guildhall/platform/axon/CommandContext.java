package io.guildhall.platform.axon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, why, and what caused it; kept beside every event that follows.
 *
 * @param commandId the same for the same wish: a repeated command is answered from what it did the first time
 * @param reason the policy that concluded it, or that it was due; people say theirs in the command itself
 * @param validAt when the fact became true, if that differs from the time of recording
 */
public record CommandContext(
        String commandId,
        @Nullable String actor,
        @Nullable String reason,
        String correlationId,
        @Nullable String causationId,
        @Nullable Instant validAt) {

    public static CommandContext of(String commandId, @Nullable String actor) {
        return new CommandContext(commandId, actor, null, commandId, null, null);
    }

    public CommandContext withCommandId(String other) {
        return new CommandContext(other, actor, reason, correlationId, causationId, validAt);
    }
}
