package io.guildhall.platform.testing.checker;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/** Compares the documents of a read model with those that the log makes. */
public final class Differences {

    private Differences() {}

    /** The documents of a collection by their ids. */
    public static Map<String, Document> documents(MongoCollection<Document> collection) {
        Map<String, Document> documents = new TreeMap<>();
        collection.find().forEach(document -> documents.put(String.valueOf(document.get("_id")), document));
        return documents;
    }

    /** One line for each document that is missing, unexpected or not the same. */
    public static List<String> between(Map<String, ?> live, Map<String, ?> expected) {
        List<String> differences = new ArrayList<>();
        var ids = new TreeSet<>(live.keySet());
        ids.addAll(expected.keySet());
        for (String id : ids) {
            if (!Objects.equals(live.get(id), expected.get(id))) {
                differences.add("%s is %s, the log makes %s".formatted(id, live.get(id), expected.get(id)));
            }
        }
        return differences;
    }
}
