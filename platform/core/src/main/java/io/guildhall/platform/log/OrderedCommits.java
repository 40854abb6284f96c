package io.guildhall.platform.log;

import java.util.List;

/** The commits of one log in the order of their positions. */
@FunctionalInterface
public interface OrderedCommits {

    /**
     * The commits that hold the events behind {@code after}; the first may begin before it.
     *
     * @throws LogBroken when a commit does not follow the one before it
     */
    List<Commit> after(long after, int limit);
}
