package io.guildhall.platform.log;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;

/** Opens the log's writer to the simulation. */
public final class SimulatedWriter {

    private final LogWriter writer;

    /** @param pause takes the number of failures so far; false ends the attempts */
    public SimulatedWriter(CommitStore store, IntPredicate pause) {
        this.writer = new LogWriter(store, pause::test);
    }

    public void write(List<Draft> drafts, BiConsumer<Integer, Outcome> outcomes) {
        writer.write(drafts, outcomes::accept);
    }
}
