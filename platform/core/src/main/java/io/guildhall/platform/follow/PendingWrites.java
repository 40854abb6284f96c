package io.guildhall.platform.follow;

import java.util.HashMap;
import java.util.Map;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Writes of read models that wait to be sent together, in order: where many events are behind each other, one write
 * after the other would cost an answer each.
 */
final class PendingWrites {

    /** Not all were made, or nobody knows: what they came from must be brought again. */
    static final class Refused extends RuntimeException {
        private Refused(RuntimeException cause) {
            super(cause);
        }
    }

    private static final ScopedValue<PendingWrites> CURRENT = ScopedValue.newInstance();

    private final MongoOperations mongo;
    private final Map<Class<?>, BulkOperations> byType = new HashMap<>();

    private PendingWrites(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * Does the work and then sends what it wrote to read models.
     *
     * @throws Refused when the store did not take all of it
     */
    static void together(MongoOperations mongo, Runnable work) {
        var writes = new PendingWrites(mongo);
        ScopedValue.where(CURRENT, writes).run(work);
        try {
            writes.byType.values().forEach(BulkOperations::execute);
        } catch (RuntimeException refused) {
            throw new Refused(refused);
        }
    }

    /** @return false when nothing is to be sent together here: the caller writes by itself */
    static boolean update(Class<?> type, Query query, Update update) {
        return CURRENT.isBound() && CURRENT.get().of(type).updateOne(query, update) != null;
    }

    /** @return as {@link #update} */
    static boolean upsert(Class<?> type, Query query, Update update) {
        return CURRENT.isBound() && CURRENT.get().of(type).upsert(query, update) != null;
    }

    private BulkOperations of(Class<?> type) {
        return byType.computeIfAbsent(type, kept -> mongo.bulkOps(BulkMode.ORDERED, kept));
    }
}
