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
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Positions in one document per follower and log or topic; every field only grows. */
public final class MongoPositions implements Positions {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private static final String TOPIC = "topic";
    private static final String OFFSETS = "offsets";

    /** Stands for the dots in the name of a log, which would part a field's name. */
    private static final char DOT = '_';

    /** The character after the one between follower and source. */
    private static final char BEHIND_AT = '@' + 1;

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
    public Places ofTopic(String follower, String source) {
        Document found = positions.find(Filters.eq("_id", id(follower, source))).first();
        if (found == null) {
            return Places.START;
        }
        Map<Integer, Long> offsets = new HashMap<>();
        found.get(OFFSETS, new Document())
                .forEach((partition, offset) -> offsets.put(Integer.valueOf(partition), (Long) offset));
        Map<String, Long> reached = new HashMap<>();
        found.get("positions", new Document())
                .forEach((field, position) -> reached.put(field.replace(DOT, '.'), (Long) position));
        return new Places(offsets, reached, found.getString(TOPIC));
    }

    @Override
    public Places begin(String follower, String source, String topic) {
        Places stored = ofTopic(follower, source);
        Bson document = Filters.eq("_id", id(follower, source));
        if (stored.topic() == null) {
            positions.updateOne(Filters.and(document, Filters.exists(TOPIC, false)), Updates.set(TOPIC, topic));
        } else if (!stored.topic().equals(topic)) {
            positions.updateOne(
                    Filters.and(document, Filters.eq(TOPIC, stored.topic())),
                    Updates.combine(Updates.set(TOPIC, topic), Updates.set(OFFSETS, new Document())));
        }
        return stored.in(topic);
    }

    @Override
    public void reachedInTopic(String follower, String source, Places news) {
        Bson document = Filters.eq("_id", id(follower, source));
        List<Bson> further = new ArrayList<>();
        news.positions()
                .forEach((key, position) -> further.add(Updates.max("positions." + key.replace('.', DOT), position)));
        List<Bson> updates = new ArrayList<>(further);
        news.offsets().forEach((partition, offset) -> updates.add(Updates.max(OFFSETS + "." + partition, offset)));
        var ofThisTopic = Filters.and(document, Filters.eq(TOPIC, news.topic()));
        if (positions.updateOne(ofThisTopic, Updates.combine(updates)).getMatchedCount() == 0) {
            var offsets = new Document();
            news.offsets().forEach((partition, offset) -> offsets.append(partition.toString(), offset));
            further.add(Updates.setOnInsert(TOPIC, news.topic()));
            further.add(Updates.setOnInsert(OFFSETS, offsets));
            positions.updateOne(document, Updates.combine(further), UPSERT);
        }
    }

    /** The followers of an own log that are beyond a position. */
    public List<String> beyond(String log, long position) {
        List<String> followers = new ArrayList<>();
        positions
                .find(Filters.and(
                        Filters.regex("_id", "@" + Pattern.quote(log) + "$"), Filters.gt("position", position)))
                .forEach(found -> followers.add(found.getString("_id").replace("@" + log, "")));
        return followers;
    }

    /** The one way back: the events beyond are no more, and others will bear their positions. */
    public void backTo(String follower, String log, long position) {
        positions.updateOne(
                Filters.and(Filters.eq("_id", id(follower, log)), Filters.gt("position", position)),
                Updates.set("position", position));
    }

    /** Removes the positions of a follower that is no more. */
    void forget(String follower) {
        positions.deleteMany(
                Filters.and(Filters.gte("_id", id(follower, "")), Filters.lt("_id", follower + BEHIND_AT)));
    }

    private static String id(String follower, String source) {
        return follower + "@" + source;
    }
}
