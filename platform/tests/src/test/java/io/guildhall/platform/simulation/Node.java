package io.guildhall.platform.simulation;

import java.util.ArrayList;
import java.util.List;

/** One member of the replica set. */
final class Node {

    final String name;
    final List<Entry> oplog = new ArrayList<>();
    /** The newest term it has heard of. */
    long term;
    /** Whether it takes itself for the primary of its term; another may have been elected since. */
    boolean primary;
    /** How much of its oplog it knows to be on a majority. */
    int committed;

    Node(String name) {
        this.name = name;
    }

    long lastTerm() {
        return oplog.isEmpty() ? 0 : oplog.getLast().term();
    }

    /** The length up to which two oplogs are one; the same entry at a place means the same before it. */
    int agreement(Node other) {
        int length = Math.min(oplog.size(), other.oplog.size());
        while (length > 0 && oplog.get(length - 1) != other.oplog.get(length - 1)) {
            length--;
        }
        return length;
    }

    boolean atLeastAsNewAs(Node other) {
        return lastTerm() > other.lastTerm() || (lastTerm() == other.lastTerm() && oplog.size() >= other.oplog.size());
    }

    @Override
    public String toString() {
        return name;
    }
}
