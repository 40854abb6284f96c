package io.guildhall.platform.simulation;

import io.guildhall.platform.publish.EventRecords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A consumer group: who is slow to rejoin loses its partitions, and learns of it only when it asks again. */
final class SimulatedGroup {

    private final World world;
    private final Set<SimulatedConsumer> members = new HashSet<>();
    private final Set<SimulatedConsumer> joined = new HashSet<>();
    private int generation;

    SimulatedGroup(World world) {
        this.world = world;
    }

    int generation() {
        return generation;
    }

    boolean has(SimulatedConsumer member) {
        return members.contains(member);
    }

    void enter(SimulatedConsumer member) {
        members.add(member);
        rebalance();
    }

    void leave(SimulatedConsumer member) {
        if (members.remove(member)) {
            rebalance();
        }
    }

    void rebalance() {
        generation++;
        joined.clear();
    }

    void join(SimulatedConsumer member) {
        joined.add(member);
    }

    boolean complete() {
        return joined.containsAll(members);
    }

    /** Gives the partitions of those that have not rejoined to the others, and of one that has not heard of anything. */
    void timeOut() {
        if (complete() && members.size() > 1) {
            members.remove(world.chance.of(ordered()));
            world.happened("consumer timed out");
            rebalance();
        } else if (!joined.isEmpty()) {
            members.retainAll(joined);
            world.happened("consumer timed out");
        }
    }

    /** The sessions of killed members end. */
    void forgetDead() {
        if (members.removeIf(SimulatedConsumer::isDead)) {
            rebalance();
        }
    }

    /** Each member's share, the same for the same members. */
    List<Integer> share(SimulatedConsumer member) {
        List<SimulatedConsumer> all = ordered();
        List<Integer> share = new ArrayList<>();
        for (int partition = 0; partition < EventRecords.PARTITIONS; partition++) {
            if (all.get((partition + generation) % all.size()) == member) {
                share.add(partition);
            }
        }
        return share;
    }

    private List<SimulatedConsumer> ordered() {
        return members.stream()
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .toList();
    }
}
