package io.guildhall.local.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * What a store lacks of what it told, and where its indexes contradict its documents. All numbers are 0 in a store that
 * keeps its word.
 */
record Losses(int missing, int unshown, int countersBehind, int tornBatches, int indexErrors) {

    static final Losses NONE = new Losses(0, 0, 0, 0, 0);

    static Losses find(String uri, Told told) {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoCollection<Document> log = Writers.log(client);
            Map<Long, Document> documents = new HashMap<>();
            for (Document document : log.find().projection(include("batch", "single"))) {
                documents.put(document.getLong("_id"), document);
            }
            return new Losses(
                    lacking(told.inserted, documents),
                    lacking(told.shown, documents),
                    countersBehind(client, told),
                    tornBatches(documents),
                    indexErrors(client, log, documents));
        }
    }

    private static int lacking(Set<Long> ids, Map<Long, Document> documents) {
        return (int) ids.stream().filter(id -> !documents.containsKey(id)).count();
    }

    private static int countersBehind(MongoClient client, Told told) {
        Map<Integer, Long> kept = new HashMap<>();
        for (Document counter : Writers.counters(client).find()) {
            kept.put(counter.getInteger("_id"), counter.getLong("value"));
        }
        return (int) told.counted.entrySet().stream()
                .filter(counter -> kept.getOrDefault(counter.getKey(), 0L) < counter.getValue())
                .count();
    }

    private static int tornBatches(Map<Long, Document> documents) {
        Map<Long, Integer> sizes = new HashMap<>();
        for (Document document : documents.values()) {
            if (!document.containsKey("single")) {
                sizes.merge(document.getLong("batch"), 1, Integer::sum);
            }
        }
        return (int)
                sizes.values().stream().filter(size -> size != Writers.BATCH).count();
    }

    private static int indexErrors(MongoClient client, MongoCollection<Document> log, Map<Long, Document> documents) {
        if (documents.isEmpty()) {
            return 0;
        }
        Document validation = client.getDatabase("killed").runCommand(new Document("validate", "log"));
        long wrongSizes = validation.get("keysPerIndex", Document.class).values().stream()
                .filter(keys -> ((Number) keys).intValue() != documents.size())
                .count();
        Set<Long> byStream = new HashSet<>();
        for (int writer = 0; writer < Writers.WRITERS; writer++) {
            log.find(eq("stream", "w" + writer))
                    .sort(ascending("sequence"))
                    .projection(include("sequence"))
                    .forEach(each -> byStream.add(each.getLong("_id")));
        }
        Set<Long> byCommand = new HashSet<>();
        List<Long> ids = new ArrayList<>(documents.keySet());
        for (int from = 0; from < ids.size(); from += 1_000) {
            List<String> commands = ids.subList(from, Math.min(ids.size(), from + 1_000)).stream()
                    .map(id -> "c" + id)
                    .toList();
            log.find(in("commandId", commands)).forEach(each -> byCommand.add(each.getLong("_id")));
        }
        return (int) wrongSizes
                + differences(documents.keySet(), byStream)
                + differences(documents.keySet(), byCommand);
    }

    private static int differences(Set<Long> one, Set<Long> other) {
        Set<Long> either = new HashSet<>(one);
        either.addAll(other);
        return (int) either.stream()
                .filter(id -> !(one.contains(id) && other.contains(id)))
                .count();
    }
}
