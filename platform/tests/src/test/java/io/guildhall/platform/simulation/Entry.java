package io.guildhall.platform.simulation;

import io.guildhall.platform.log.Commit;

/** One entry of an oplog. */
record Entry(long term, Change change) {

    sealed interface Change {}

    /** @param request which insert of which client it was */
    record Inserted(String collection, Commit commit, Object request) implements Change {}

    record Put(String key, Object value) implements Change {}

    /** What a new primary writes first, and each linearizable read: once it is on a majority, so is all before it. */
    record Nothing() implements Change {}
}
