package io.guildhall.platform.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the keys of persons anew once another master key seals. Repeatable, on any number of instances at once. */
final class KeyRotation {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private final MongoCollection<Document> personalKeys;
    private final MasterKeys keys;
    private final Sealer sealer;

    KeyRotation(MongoCollection<Document> personalKeys, MasterKeys keys, Sealer sealer) {
        this.personalKeys = personalKeys.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.keys = keys;
        this.sealer = sealer;
    }

    /** Seals anew what an older master key has sealed; the number of keys it changed. */
    long run() {
        personalKeys.createIndex(Indexes.ascending("master"));
        long resealed = 0;
        for (Document stored : personalKeys.find(or(lt("master", keys.sealing()), gt("master", keys.sealing())))) {
            resealed += reseal(stored);
        }
        if (resealed > 0) {
            LOG.info("Sealed {} personal keys anew with master key {}", resealed, keys.sealing());
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
