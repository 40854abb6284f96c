package io.guildhall.platform.simulation;

import io.guildhall.platform.follow.Positions;
import io.guildhall.platform.simulation.Documents.Change;
import java.util.HashMap;
import java.util.Map;

/** Positions that only grow, as {@code MongoPositions} keeps them. */
final class SimulatedPositions implements Positions {

    private record Places(Map<Integer, Place> of) {}

    private final Documents documents;

    SimulatedPositions(Documents documents) {
        this.documents = documents;
    }

    @Override
    public long of(String follower, String log) {
        return documents
                .find("read position", key(follower, log))
                .map(Long.class::cast)
                .orElse(0L);
    }

    @Override
    public void reached(String follower, String log, long position) {
        documents.change(
                "store position",
                key(follower, log),
                found -> new Change.To(found instanceof Long before ? Math.max(before, position) : position));
    }

    @Override
    public Map<Integer, Place> ofTopic(String follower, String log) {
        return documents
                .find("read places", key(follower, log))
                .map(Places.class::cast)
                .map(Places::of)
                .orElse(Map.of());
    }

    /** What a follower has stored, as this node has it. */
    static Map<Integer, Place> ofTopic(Node node, String follower, String log) {
        return Documents.find(node, key(follower, log))
                .map(Places.class::cast)
                .map(Places::of)
                .orElse(Map.of());
    }

    @Override
    public void reachedInTopic(String follower, String log, Map<Integer, Place> places) {
        documents.change("store places", key(follower, log), found -> {
            Map<Integer, Place> merged = new HashMap<>(found instanceof Places before ? before.of() : Map.of());
            places.forEach((partition, place) -> merged.merge(partition, place, SimulatedPositions::further));
            return new Change.To(new Places(Map.copyOf(merged)));
        });
    }

    private static Place further(Place one, Place other) {
        return new Place(Math.max(one.position(), other.position()), Math.max(one.offset(), other.offset()));
    }

    private static String key(String follower, String log) {
        return "position of " + follower + "@" + log;
    }
}
