package io.guildhall.platform.simulation;

/** What one run does differently: each but the first breaks a promise, which some seed must show. */
enum Variation {
    NONE,
    /** The store answers when the primary alone holds what was written. */
    ACKNOWLEDGES_BEFORE_MAJORITY,
    /** A writer chains behind what the primary alone holds. */
    CHAINS_BEHIND_UNCOMMITTED,
    /** Followers and the publisher read what the primary alone holds. */
    READS_UNCOMMITTED,
    /** A refusal relies on a plain majority read of its command. */
    REFUSES_AFTER_PLAIN_READ,
    /** A refusal is answered at once, whatever primary told the state that it rests on. */
    REFUSES_AT_ONCE,
    /** The publisher does not wait for acknowledgements before it stores how far it came. */
    STORES_BEFORE_FLUSH,
    /** An inbox takes an event although the one before it is missing. */
    PASSES_GAPS,
    /** A follower reads by time stamp and looks back a little. */
    READS_BY_TIME,
    /** A policy gives its commands a new id each time. */
    RANDOM_COMMAND_IDS,
    /** A read model forgets with a document how far it had come. */
    FORGETS_REMOVED
}
