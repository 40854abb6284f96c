package io.guildhall.platform.follow;

/** Events that a follower could not handle, and those of the same stream behind them, in order. */
public interface DeadLetters {

    /** Whether an earlier event of this stream waits here, so that later ones must wait behind it. */
    boolean parked(String follower, String streamId);

    /** Keeps an event until somebody decides about it; keeping it twice is harmless. */
    void park(String follower, Envelope envelope, String reason);
}
