package io.guildhall.local.cli;

import io.guildhall.local.stack.PartState;
import io.guildhall.local.stack.StackState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One line of progress for each part that is being started. */
final class PartLines {

    private PartLines() {}

    static List<Progress.Line> of(StackState state, Instant now) {
        return state.parts().stream().map(part -> line(part, now)).toList();
    }

    private static Progress.Line line(PartState part, Instant now) {
        String phase = part.phase().name().toLowerCase(Locale.ROOT);
        Long readyMillis = part.readyMillis();
        Instant startedAt = part.startedAt();
        String detail = "";
        if (readyMillis != null) {
            detail = Times.seconds(readyMillis);
        } else if (startedAt != null) {
            detail = Duration.between(startedAt, now).toSeconds() + " s";
        } else if (part.says() != null) {
            detail = part.says();
        }
        boolean settled = part.phase() == PartState.Phase.READY || part.phase() == PartState.Phase.RESTARTING;
        return new Progress.Line(
                "  %-18s %-10s %s".formatted(part.name(), phase, detail).stripTrailing(), settled);
    }
}
