package io.guildhall.platform.follow;

import java.util.Set;

/** Events that a follower could not handle, and those of the same stream behind them, in order. */
public interface DeadLetters {

    /** The streams of which something waits here for this follower. */
    Set<String> parkedStreams(String follower);

    /** Whether an earlier event of this stream waits here, so that later ones must wait behind it. */
    boolean parked(String follower, String streamId);

    /** Positions of what was given up for an earlier edition of what this follower keeps: that has no effect on it either. */
    default Set<String> givenUpBefore(String follower) {
        return Set.of();
    }

    /** Remembers that an event had no effect on this follower, since it had been given up; twice is harmless. */
    default void passOver(String follower, Envelope envelope) {}

    /** Keeps an event until somebody decides about it; keeping it twice is harmless. */
    void park(String follower, Envelope envelope, String reason);
}
