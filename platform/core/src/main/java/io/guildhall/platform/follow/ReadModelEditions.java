package io.guildhall.platform.follow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A read model and its editions.
 *
 * @param projection the name of what keeps it
 * @param live the number of the edition that is read
 * @param beside the other edition, if there is one
 */
public record ReadModelEditions(
        String projection, int live, @Nullable Beside beside) {

    /** What an edition beside the live one is doing. */
    public enum State {
        REBUILDING,
        PAUSED,
        CAUGHT_UP,
        /** Readers wait for it too; it is the live one in a moment. */
        SWITCHING
    }

    /**
     * The edition beside the live one.
     *
     * @param served whether it was live before
     * @param begunAt {@code null} for the first edition, which nobody asked for
     * @param done events that it has seen
     * @param total events that there are; {@code null} while the broker does not tell
     * @param eventsPerSecond {@code null} until it was asked for twice, and while it stands still
     * @param secondsLeft {@code null} where nobody can tell
     * @param deadLetters events that it could not handle
     * @param trouble what hinders it
     * @param compared with the live one; {@code null} before the first time, and while it is being compared
     * @param comparisonFailed why the last comparison came to nothing; {@code null} where it did not
     */
    public record Beside(
            int edition,
            State state,
            boolean served,
            @Nullable Instant begunAt,
            @Nullable String by,
            long done,
            @Nullable Long total,
            @Nullable Double eventsPerSecond,
            @Nullable Long secondsLeft,
            long deadLetters,
            @Nullable String trouble,
            @Nullable Compared compared,
            @Nullable String comparisonFailed) {}
}
