package io.guildhall.platform.log;

import java.time.Duration;
import java.util.List;

/** Opens the log's tail to the simulation, which looks when it likes to. */
public final class SimulatedTail implements OrderedCommits {

    private final LogTail tail;

    public SimulatedTail(CommitStore store) {
        tail = new LogTail(new LogReader(store), Duration.ZERO);
    }

    public void appended(List<Commit> commits) {
        tail.appended(commits);
    }

    public void look() {
        tail.look();
    }

    @Override
    public List<Commit> after(long after, int limit) {
        return tail.after(after, limit);
    }
}
