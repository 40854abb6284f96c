package io.guildhall.platform.publish;

import io.guildhall.platform.log.LogBroken;

/** A log does not hold what was published of it, say after a restore from an old backup. */
final class BehindTopic extends LogBroken {

    private final long missing;

    /** @param missing how many events the topic has beyond the log's end; 0 where both have different ones */
    BehindTopic(String message, long missing) {
        super(message + ": it was set back, see guildhall restore");
        this.missing = missing;
    }

    long missing() {
        return missing;
    }
}
