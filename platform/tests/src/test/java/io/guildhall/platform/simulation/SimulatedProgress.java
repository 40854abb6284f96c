package io.guildhall.platform.simulation;

import io.guildhall.platform.publish.SimulatedPublication.Reached;
import io.guildhall.platform.simulation.Documents.Change;

/** How far publication has come, as {@code MongoProgress} keeps it. */
final class SimulatedProgress {

    private static final String KEY = "publication";

    private record Stored(Reached reached, long epoch) {}

    private final Documents documents;

    SimulatedProgress(Documents documents) {
        this.documents = documents;
    }

    Reached load() {
        return documents
                .find("read progress", KEY)
                .map(found -> ((Stored) found).reached)
                .orElse(Reached.NOTHING);
    }

    /** As one node has it. */
    static Reached at(Node node) {
        return Documents.find(node, KEY).map(found -> ((Stored) found).reached).orElse(Reached.NOTHING);
    }

    boolean store(Reached reached, long epoch) {
        return documents.change(
                "store progress",
                KEY,
                found -> found instanceof Stored before && before.epoch > epoch
                        ? new Change.None()
                        : new Change.To(new Stored(reached, epoch)));
    }
}
