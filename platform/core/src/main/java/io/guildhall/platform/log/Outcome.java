package io.guildhall.platform.log;

/** What became of a draft, known from an acknowledgement or a read by majority. */
public sealed interface Outcome {

    record Stored(Commit commit) implements Outcome {}

    /** The command had been done before; this is what it did then. */
    record Repeated(Commit commit) implements Outcome {}

    /** Another command was first on the stream. */
    record Conflict(String streamId, long expectedSequence) implements Outcome {}
}
