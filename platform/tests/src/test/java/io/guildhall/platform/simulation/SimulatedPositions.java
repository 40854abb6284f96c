package io.guildhall.platform.simulation;

import io.guildhall.platform.follow.Places;
import io.guildhall.platform.follow.Positions;
import io.guildhall.platform.simulation.Documents.Change;

/** Positions that only grow, as {@code MongoPositions} keeps them. */
final class SimulatedPositions implements Positions {

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
    public Places ofTopic(String follower, String source) {
        return documents
                .find("read places", key(follower, source))
                .map(Places.class::cast)
                .orElse(Places.START);
    }

    /** What a follower has stored, as this node has it. */
    static Places ofTopic(Node node, String follower, String source) {
        return Documents.find(node, key(follower, source))
                .map(Places.class::cast)
                .orElse(Places.START);
    }

    @Override
    public Places begin(String follower, String source, String topic) {
        return ofTopic(follower, source).in(topic);
    }

    @Override
    public void reachedInTopic(String follower, String source, Places news) {
        documents.change(
                "store places",
                key(follower, source),
                found -> new Change.To(found instanceof Places before ? before.and(news) : news));
    }

    private static String key(String follower, String log) {
        return "position of " + follower + "@" + log;
    }
}
