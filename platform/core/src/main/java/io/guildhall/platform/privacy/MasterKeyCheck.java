package io.guildhall.platform.privacy;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Keeps a sealed word per master key in {@code master_keys}, so that a service refuses to start with another key under a
 * number already used, instead of sealing with it what nobody could open later.
 */
final class MasterKeyCheck {

    private static final byte[] WORD = "guildhall".getBytes(StandardCharsets.UTF_8);

    private final MongoCollection<Document> words;
    private final MasterKeys keys;
    private final Sealer sealer;

    MasterKeyCheck(MongoCollection<Document> words, MasterKeys keys, Sealer sealer) {
        this.words = words.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.keys = keys;
        this.sealer = sealer;
    }

    /** @throws MasterKeyUnusable where a key of the file is not the one that this store knows under its number */
    void check() {
        for (Document word : words.find()) {
            int id = word.getInteger("_id");
            if (keys.holds(id) && !opens(word, id)) {
                throw new MasterKeyUnusable("Key " + id + " of the master key file is not the key " + id
                        + " that sealed what this database holds.");
            }
        }
        remember();
    }

    private boolean opens(Document word, int id) {
        try {
            sealer.open(word.get("sealed", Binary.class).getData(), context(id));
            return true;
        } catch (NotSealedHere e) {
            return false;
        }
    }

    private void remember() {
        int id = keys.sealing();
        if (words.find(eq("_id", id)).first() != null) {
            return;
        }
        try {
            words.insertOne(new Document("_id", id).append("sealed", new Binary(sealer.seal(WORD, context(id)))));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            check();
        }
    }

    private static String context(int id) {
        return "master-key/" + id;
    }
}
