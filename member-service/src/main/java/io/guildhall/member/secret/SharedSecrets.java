package io.guildhall.member.secret;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import io.guildhall.platform.privacy.SealedField;
import io.guildhall.platform.privacy.Sealer;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets that are made once, sealed by the master key: whichever instance is first makes one, all others read it.
 *
 * <p>Unlike a key derived from the master key, such a secret survives the master key's rotation.
 */
@Component
public class SharedSecrets {

    private static final String COLLECTION = "shared_secrets";
    private static final int KEY_BYTES = 32;

    private final MongoTemplate mongo;
    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();

    SharedSecrets(MongoTemplate mongo, Sealer sealer) {
        this.mongo = mongo;
        this.sealer = sealer;
    }

    /** 32 random bytes, the same whenever they are asked for by this name. */
    public byte[] key(String name) {
        return of(name, () -> {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            return key;
        });
    }

    /** What was stored under this name, or else what the supplier makes now. */
    public byte[] of(String name, Supplier<byte[]> make) {
        return find(name).orElseGet(() -> {
            insert(name, make.get());
            return find(name).orElseThrow();
        });
    }

    /** What was stored under this name, if anything. */
    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(mongo.findById(name, Document.class, COLLECTION))
                .map(found -> sealer.open(found.get("sealed", Binary.class).getData(), context(name)));
    }

    private void insert(String name, byte[] secret) {
        try {
            mongo.getCollection(COLLECTION)
                    .withWriteConcern(WriteConcern.MAJORITY)
                    .insertOne(
                            new Document("_id", name).append("sealed", new Binary(sealer.seal(secret, context(name)))));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            } // another instance was first: its secret counts
        }
    }

    @Bean
    static SealedField sealedSecrets() {
        return new SealedField(COLLECTION, "sealed", SharedSecrets::context);
    }

    private static String context(String name) {
        return "shared-secret/" + name;
    }
}
