package io.guildhall.platform.testing.checker;

/** What can go wrong; each must be 0. */
public enum Count {
    /** An operation was answered with success and has no event. */
    LOST,
    /** An event whose operation was refused or never sent. */
    PHANTOM,
    /** Two commits of one command, or one event twice in the log. */
    DOUBLED,
    /** A stream whose sequence is not 0, 1, 2, … in the log, or whose events no consumer could apply in that order. */
    REORDERED,
    /** A position that is missing in the log, or a commit that does not name the one before it. */
    HOLE,
    /** Positions and event ids of log and topic differ. */
    LOG_NOT_TOPIC,
    /** A read model that is not what the log makes of it. */
    DIVERGED,
    /** An operation that never returned, or a follower that does not come to the log's head. */
    STUCK
}
