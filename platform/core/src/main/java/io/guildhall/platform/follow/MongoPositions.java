package io.guildhall.platform.follow;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Positions in one document per follower and log; every field only grows. */
public final class MongoPositions implements Positions {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> positions;

    public MongoPositions(MongoDatabase database) {
        this.positions = database.getCollection("positions").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public long of(String follower, String log) {
        Document found = positions.find(Filters.eq("_id", id(follower, log))).first();
        return found == null ? 0 : found.getLong("position");
    }

    @Override
    public void reached(String follower, String log, long position) {
        positions.updateOne(Filters.eq("_id", id(follower, log)), Updates.max("position", position), UPSERT);
    }

    @Override
    public Map<Integer, Place> ofTopic(String follower, String log) {
        Document found = positions.find(Filters.eq("_id", id(follower, log))).first();
        Map<Integer, Place> places = new HashMap<>();
        if (found != null) {
            Document stored = found.get("positions", new Document());
            Document offsets = found.get("offsets", new Document());
            stored.forEach((partition, position) ->
                    places.put(Integer.valueOf(partition), new Place((Long) position, offsets.getLong(partition))));
        }
        return places;
    }

    @Override
    public void reachedInTopic(String follower, String log, Map<Integer, Place> places) {
        List<Bson> updates = new ArrayList<>(places.size() * 2);
        places.forEach((partition, place) -> {
            updates.add(Updates.max("positions." + partition, place.position()));
            updates.add(Updates.max("offsets." + partition, place.offset()));
        });
        positions.updateOne(Filters.eq("_id", id(follower, log)), Updates.combine(updates), UPSERT);
    }

    private static String id(String follower, String log) {
        return follower + "@" + log;
    }
}
