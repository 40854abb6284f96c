package io.guildhall.platform.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the keys of persons, and all else that a service keeps sealed, anew once another master key seals. Repeatable, on any
 * number of instances at once.
 */
final class KeyRotation {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private final MongoDatabase database;
    private final MongoCollection<Document> personalKeys;
    private final List<SealedField> fields;
    private final MasterKeys keys;
    private final Sealer sealer;

    KeyRotation(MongoDatabase database, List<SealedField> fields, MasterKeys keys, Sealer sealer) {
        this.database = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.personalKeys = this.database.getCollection(PersonalKeys.COLLECTION);
        this.fields = List.copyOf(fields);
        this.keys = keys;
        this.sealer = sealer;
    }

    /** Seals anew what an older master key has sealed; the number of values it changed. */
    long run() {
        personalKeys.createIndex(Indexes.ascending("master"));
        long resealed = 0;
        for (Document stored : personalKeys.find(or(lt("master", keys.sealing()), gt("master", keys.sealing())))) {
            resealed += reseal(stored);
        }
        if (keys.holdsOthers()) {
            for (SealedField field : fields) {
                resealed += reseal(field);
            }
            LOG.info("All is sealed with master key {}; {} values were sealed anew", keys.sealing(), resealed);
        }
        return resealed;
    }

    /** Reads every document of the collection, which is done only while there is more than one key. */
    private long reseal(SealedField field) {
        MongoCollection<Document> documents = database.getCollection(field.collection());
        long resealed = 0;
        for (Document stored : documents.find().projection(include(field.name()))) {
            Binary before = stored.get(field.name(), Binary.class);
            if (before != null && sealer.stale(before.getData())) {
                String id = stored.getString("_id");
                String context = field.context().apply(id);
                byte[] after = sealer.seal(sealer.open(before.getData(), context), context);
                resealed += documents
                        .updateOne(and(eq("_id", id), eq(field.name(), before)), set(field.name(), new Binary(after)))
                        .getModifiedCount();
            }
        }
        return resealed;
    }

    /** Changes nothing where the key was destroyed or sealed anew meanwhile. */
    private long reseal(Document stored) {
        String id = stored.getString("_id");
        Binary before = stored.get("sealed", Binary.class);
        String context = PersonalKeys.context(id);
        byte[] after = sealer.seal(sealer.open(before.getData(), context), context);
        return personalKeys
                .updateOne(
                        and(eq("_id", id), eq("sealed", before)),
                        combine(set("sealed", new Binary(after)), set("master", keys.sealing())))
                .getModifiedCount();
    }
}
