package io.guildhall.platform.follow;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.guildhall.platform.follow.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads the documents of two editions of a projection beside each other, in the order of their ids. */
final class Comparison {

    private static final int PAGE = 500;

    private final MongoDatabase database;
    private final SortedMap<String, String> live;
    private final SortedMap<String, String> rebuilt;

    /** @param live the collections of the one edition by their plain names; {@code rebuilt} those of the other */
    Comparison(MongoDatabase database, SortedMap<String, String> live, SortedMap<String, String> rebuilt) {
        this.database = database;
        this.live = live;
        this.rebuilt = rebuilt;
    }

    /**
     * A document as two editions have it.
     *
     * @param collection its plain name
     */
    record Pair(
            String collection,
            String id,
            @Nullable Document live,
            @Nullable Document rebuilt) {

        boolean equal() {
            return live != null && rebuilt != null ? differing().isEmpty() : live == rebuilt;
        }

        /** Whether both come of the same events, so that nothing can make them equal but other events. */
        boolean settled() {
            if (live == null || rebuilt == null) {
                return false;
            }
            Document ours = live.get(ReadModel.SEEN, new Document());
            Document theirs = rebuilt.get(ReadModel.SEEN, new Document());
            return theirs.entrySet().stream()
                    .allMatch(seen -> Objects.equals(ours.get(seen.getKey()), seen.getValue()));
        }

        Difference difference() {
            Kind kind = live == null ? Kind.MISSING : rebuilt == null ? Kind.SURPLUS : Kind.DIFFERENT;
            return new Difference(collection, id, kind, differing());
        }

        /** Not how far it has come, of which a live one also remembers older generations. */
        private List<String> differing() {
            if (live == null || rebuilt == null) {
                return List.of();
            }
            var fields = new TreeSet<>(live.keySet());
            fields.addAll(rebuilt.keySet());
            fields.remove(ReadModel.SEEN);
            fields.removeIf(field -> Objects.equals(live.get(field), rebuilt.get(field)));
            return List.copyOf(fields);
        }
    }

    /**
     * Hands over what is not the same.
     *
     * @param different answers whether to go on
     * @return how many documents were looked at
     */
    long run(Predicate<Pair> different) {
        long documents = 0;
        for (String collection : live.keySet()) {
            var ours = new Pages(named(live, collection));
            var theirs = new Pages(named(rebuilt, collection));
            Document left = ours.next();
            Document right = theirs.next();
            while (left != null || right != null) {
                int order = order(left, right);
                documents++;
                var pair = new Pair(
                        collection, id(order <= 0 ? left : right), order <= 0 ? left : null, order >= 0 ? right : null);
                if (!pair.equal() && !different.test(pair)) {
                    return documents;
                }
                left = order <= 0 ? ours.next() : left;
                right = order >= 0 ? theirs.next() : right;
            }
        }
        return documents;
    }

    /** The same document as it is now. */
    Pair again(Pair pair) {
        return new Pair(
                pair.collection(),
                pair.id(),
                find(named(live, pair.collection()), pair.id()),
                find(named(rebuilt, pair.collection()), pair.id()));
    }

    private @Nullable Document find(String collection, String id) {
        return database.getCollection(collection).find(Filters.eq("_id", id)).first();
    }

    private static String named(SortedMap<String, String> collections, String plain) {
        return Objects.requireNonNull(collections.get(plain));
    }

    private static int order(@Nullable Document left, @Nullable Document right) {
        if (left == null || right == null) {
            return left == null ? 1 : -1;
        }
        return id(left).compareTo(id(right));
    }

    private static String id(@Nullable Document document) {
        return document == null ? "" : String.valueOf(document.get("_id"));
    }

    /** The documents of a collection in the order of their ids, which are strings. */
    private final class Pages {

        private final String collection;
        private List<Document> page = List.of();
        private int next;
        private String last = "";
        private boolean ended;

        Pages(String collection) {
            this.collection = collection;
        }

        @Nullable
        Document next() {
            if (next == page.size() && !ended) {
                page = database.getCollection(collection)
                        .find(Filters.gt("_id", last))
                        .sort(Sorts.ascending("_id"))
                        .limit(PAGE)
                        .into(new ArrayList<>());
                ended = page.size() < PAGE;
                next = 0;
            }
            if (next == page.size()) {
                return null;
            }
            Document document = page.get(next++);
            last = id(document);
            return document;
        }
    }
}
