package io.guildhall.platform.log;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a log in the order of its positions and stops at the first hole. */
public final class LogReader implements OrderedCommits {

    private final CommitStore store;

    public LogReader(CommitStore store) {
        this.store = store;
    }

    /** The position of the newest event, 0 in an empty log. */
    public long head() {
        return store.last().map(Commit::last).orElse(0L);
    }

    @Override
    public List<Commit> after(long after, int limit) {
        List<Commit> commits = store.from(after + 1, limit);
        if (commits.isEmpty() || commits.getFirst().position() != after + 1) {
            commits = startingInside(after, commits);
        }
        for (int i = 1; i < commits.size(); i++) {
            requireChain(commits.get(i - 1), commits.get(i));
        }
        return commits;
    }

    private List<Commit> startingInside(long after, List<Commit> later) {
        Optional<Commit> begun = store.containing(after + 1);
        if (begun.isEmpty() && !later.isEmpty()) {
            throw new LogBroken("No commit holds position %d, though %d exists"
                    .formatted(after + 1, later.getFirst().position()));
        }
        return Stream.concat(begun.stream(), later.stream()).toList();
    }

    private static void requireChain(Commit before, Commit next) {
        if (next.position() != before.last() + 1 || next.previous() != before.position()) {
            throw new LogBroken("Commit %d (after %d) does not follow %d..%d"
                    .formatted(next.position(), next.previous(), before.position(), before.last()));
        }
    }
}
