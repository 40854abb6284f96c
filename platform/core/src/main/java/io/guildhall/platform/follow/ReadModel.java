package io.guildhall.platform.follow;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.guildhall.platform.log.LogName;
import java.lang.reflect.RecordComponent;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Documents of one kind, written from facts so that a repeated or older fact changes nothing: each document remembers
 * in {@code seen} how far it has come. Within an own log that is a position; of another service's events a document is
 * fed by one stream only, and it is that stream's sequence.
 */
public final class ReadModel<T> {

    /** The field of how far a document has come. */
    static final String SEEN = "seen";

    private static final String REMOVED = "removed";

    private final MongoTemplate mongo;
    private final Class<T> type;

    ReadModel(MongoTemplate mongo, Class<T> type) {
        this.mongo = mongo;
        this.type = type;
    }

    /** Inserts or replaces; a component that is {@code null} is removed. */
    public void save(Object id, T document, Fact fact) {
        var written = new Document();
        mongo.getConverter().write(document, written);
        var update = new Update();
        written.forEach((field, value) -> {
            if (!field.equals("_id")) {
                update.set(field, value);
            }
        });
        for (RecordComponent component : recordComponents()) {
            if (!written.containsKey(component.getName()) && !isId(component)) {
                update.unset(component.getName());
            }
        }
        upsert(id, update, fact);
    }

    /** Changes a document that exists. */
    public void update(Object id, Update update, Fact fact) {
        Query query = unseen(id, fact).addCriteria(kept());
        if (!PendingWrites.update(type, query, marked(update, fact))) {
            mongo.updateFirst(query, marked(update, fact), type);
        }
    }

    /** Changes a document or creates it. */
    public void upsert(Object id, Update update, Fact fact) {
        write(id, update.unset(REMOVED), fact);
    }

    private void write(Object id, Update update, Fact fact) {
        if (PendingWrites.upsert(type, unseen(id, fact), marked(update, fact))) {
            return;
        }
        try {
            mongo.upsert(unseen(id, fact), marked(update, fact), type);
        } catch (DuplicateKeyException _) {
            // The document exists and has seen this fact or a newer one.
        }
    }

    /**
     * Empties a document but for its id and what it has seen, so that an older fact, written late by a former owner of
     * the follower, does not create it again. Queries by its fields no longer find it, {@link #byId} neither.
     */
    public void remove(Object id, Fact fact) {
        var emptied = new Update().set(REMOVED, true);
        for (RecordComponent component : recordComponents()) {
            if (!isId(component)) {
                emptied.unset(component.getName());
            }
        }
        write(id, emptied, fact);
    }

    /** Finds the documents of these ids that were not removed. */
    public static Query byId(Object... ids) {
        return new Query(where("_id").in(ids)).addCriteria(kept());
    }

    private RecordComponent[] recordComponents() {
        RecordComponent[] components = type.getRecordComponents();
        return components == null ? new RecordComponent[0] : components;
    }

    private static boolean isId(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(org.springframework.data.annotation.Id.class)
                || component.isAnnotationPresent(org.springframework.data.annotation.Id.class)
                || component.getName().equals("id");
    }

    private static Criteria kept() {
        return where(REMOVED).exists(false);
    }

    private static Query unseen(Object id, Fact fact) {
        String seen = seen(fact);
        return new Query(where("_id")
                .is(id)
                .andOperator(new Criteria()
                        .orOperator(where(seen).exists(false), where(seen).lt(place(fact)))));
    }

    private static Update marked(Update update, Fact fact) {
        return update.set(seen(fact), place(fact));
    }

    /** Each log has a count of its own; of another service's logs, each generation has. */
    private static String seen(Fact fact) {
        LogName log = LogName.parse(fact.position().log());
        return SEEN + "." + (fact.own() ? log.lasting() : log.toString()).replace('.', '_');
    }

    private static long place(Fact fact) {
        return fact.own() ? fact.position().number() : fact.sequence();
    }
}
