package io.guildhall.platform.log;

import java.util.List;
import java.util.Optional;

/**
 * What the log asks of the store that holds its commits. Every read is a majority read on the primary; unique are
 * position, command id, and stream with first sequence. Every method throws {@link StoreUnavailable} when it got no
 * answer; an insert without an answer may have happened.
 */
public interface CommitStore {

    /**
     * Stores the commits in their order and stops at the first that breaks a unique key.
     *
     * @return how many were stored and acknowledged by a majority
     */
    int insert(List<Commit> ordered);

    Optional<Commit> last();

    /** Commits whose first event stands at {@code position} or later, ascending. */
    List<Commit> from(long position, int limit);

    /** The commit that holds the event at {@code position}. */
    Optional<Commit> containing(long position);

    Optional<Commit> byCommand(String commandId);

    /**
     * The same by a linearizable read: it sees whatever any read saw before, also when the primary has changed between
     * the two. Dearer; for saying that something did not happen.
     */
    Optional<Commit> byCommandForSure(String commandId);

    /** Commits of one stream that start at {@code fromSequence} or later, ascending. */
    List<Commit> stream(String streamId, long fromSequence, int limit);

    Optional<Commit> lastOf(String streamId);
}
