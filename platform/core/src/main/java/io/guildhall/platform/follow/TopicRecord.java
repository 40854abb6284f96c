package io.guildhall.platform.follow;

/**
 * An event as it came from another service's topic.
 *
 * @param previous the position of the event before it in the same partition, 0 for the first
 */
public record TopicRecord(int partition, long offset, long previous, Envelope envelope) {

    /** The log it comes from, {@code member.0}. */
    public String log() {
        return envelope.fact().position().log();
    }

    /** Its position in that log. */
    public long position() {
        return envelope.fact().position().number();
    }

    /**
     * Whether it is the next behind the last position of its log that was taken from its partition. One that is not was sent
     * before, or was sent while an event before it failed: then both come again.
     */
    public boolean follows(long last) {
        return previous == last;
    }
}
