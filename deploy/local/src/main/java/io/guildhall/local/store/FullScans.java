package io.guildhall.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the queries that no index answers, and logs each kind of them once, without values. Reading a collection whole
 * by an empty filter without order is asked for and does not count.
 */
final class FullScans {

    private static final Logger LOG = LoggerFactory.getLogger(FullScans.class);

    private final AtomicLong count = new AtomicLong();
    private final Set<String> queries = ConcurrentHashMap.newKeySet();

    void record(String collection, Document filter, Document order) {
        boolean sorted = !order.isEmpty();
        if (filter.isEmpty() && !sorted) {
            return;
        }
        count.incrementAndGet();
        Set<String> fields = new TreeSet<>();
        collectFields(filter, fields);
        String query = collection + " by " + fields + (sorted ? " sorted by " + order.keySet() : "");
        if (queries.add(query)) {
            LOG.warn("full scan of {}: no index answers it", query);
        }
    }

    private static void collectFields(Document filter, Set<String> fields) {
        filter.forEach((field, value) -> {
            if (field.startsWith("$") && value instanceof Collection<?> parts) {
                parts.forEach(part -> collectFields((Document) part, fields));
            } else {
                fields.add(field);
            }
        });
    }

    long count() {
        return count.get();
    }

    Set<String> queries() {
        return new TreeSet<>(queries);
    }
}
