package io.guildhall.platform.simulation;

import io.guildhall.platform.simulation.Entry.Change;
import io.guildhall.platform.simulation.Entry.Nothing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Three nodes with oplogs, elections and a majority point, as MongoDB's replica set has them: what a primary alone
 * held is rolled back after an election, a primary of the past may not know that it is one, and a new primary knows
 * of the majority point less than the old one did.
 */
final class ReplicaSet {

    private final Chance chance;
    private final Consumer<String> happened;
    private final List<Node> nodes = List.of(new Node("n0"), new Node("n1"), new Node("n2"));
    private final List<Entry> majority = new ArrayList<>();
    private final Consumer<Change> onMajority;
    private Node newest = nodes.getFirst();

    /**
     * @param happened takes the names of elections and rollbacks
     * @param onMajority takes each change once it can never be lost, in order
     */
    ReplicaSet(Chance chance, Consumer<String> happened, Consumer<Change> onMajority) {
        this.chance = chance;
        this.happened = happened;
        this.onMajority = onMajority;
        newest.primary = true;
        newest.term = 1;
        nodes.forEach(node -> node.term = 1);
    }

    /** Where a client's request goes: to the primary, or to one that takes itself for it. */
    List<Node> primaries() {
        return nodes.stream().filter(node -> node.primary).toList();
    }

    boolean isStale(Node node) {
        return node != newest;
    }

    void append(Node primary, Change change) {
        primary.oplog.add(new Entry(primary.term, change));
    }

    /** A secondary fetches from the newest primary; what it has beside that is rolled back. */
    void replicate() {
        Node node = chance.of(nodes);
        if (node.primary) {
            advance(node);
            return;
        }
        int agreed = node.agreement(newest);
        if (agreed < node.committed) {
            throw new IllegalStateException("The model rolls back what was on a majority");
        }
        if (agreed < node.oplog.size()) {
            happened.accept("tail rolled back");
            node.oplog.subList(agreed, node.oplog.size()).clear();
        }
        node.term = newest.term;
        int most = Math.min(newest.oplog.size(), agreed + chance.between(1, 6));
        node.oplog.addAll(newest.oplog.subList(agreed, most));
        node.committed = Math.max(node.committed, Math.min(node.oplog.size(), newest.committed));
    }

    /** The primary learns how far its secondaries have come; only entries of its own term count. */
    private void advance(Node primary) {
        int[] lengths = nodes.stream()
                .mapToInt(node -> node.agreement(primary))
                .sorted()
                .toArray();
        int onMajority = lengths[nodes.size() / 2];
        if (onMajority > primary.committed && primary.oplog.get(onMajority - 1).term() == primary.term) {
            primary.committed = onMajority;
            remember(primary);
        }
    }

    private void remember(Node primary) {
        for (int i = 0; i < primary.committed; i++) {
            if (i == majority.size()) {
                majority.add(primary.oplog.get(i));
                onMajority.accept(primary.oplog.get(i).change());
            } else if (majority.get(i) != primary.oplog.get(i)) {
                throw new IllegalStateException("The model lost what was on a majority");
            }
        }
    }

    /** A node becomes primary by the vote of another; whoever did not vote does not know. */
    void elect() {
        Node candidate = chance.of(nodes);
        List<Node> others = nodes.stream().filter(node -> node != candidate).toList();
        Node voter = chance.of(others);
        if (!candidate.atLeastAsNewAs(voter)) {
            return;
        }
        long term = nodes.stream().mapToLong(node -> node.term).max().orElseThrow() + 1;
        candidate.term = term;
        voter.term = term;
        candidate.primary = true;
        stepDown(voter);
        newest = candidate;
        happened.accept(primaries().size() > 1 ? "election, two primaries" : "election");
        append(candidate, new Nothing());
    }

    /** A primary of the past hears of the newer one; every request that waits at it ends without an answer. */
    void notice() {
        for (Node node : nodes) {
            if (node != newest && node.primary) {
                stepDown(node);
                return;
            }
        }
    }

    private void stepDown(Node node) {
        if (node.primary) {
            happened.accept("primary steps down");
            node.primary = false;
        }
    }

    /** The primary that was elected last. */
    Node newest() {
        return newest;
    }

    /** Whether everything is everywhere. */
    boolean settled() {
        return nodes.stream()
                .allMatch(node -> node.committed == newest.oplog.size()
                        && node.oplog.size() == newest.oplog.size()
                        && node.primary == (node == newest));
    }
}
