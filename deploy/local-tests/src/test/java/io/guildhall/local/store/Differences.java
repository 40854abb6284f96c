package io.guildhall.local.store;

import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Makes documents, filters, orders and changes from a seed, small enough a world for frequent hits. */
final class Differences {

    static final List<String> FIELDS = List.of("number", "text", "mixed", "list", "inner.value", "uuid", "date", "oid");

    private static final List<String> ORDERED =
            FIELDS.stream().filter(field -> !field.equals("list")).toList();

    private final Random random;

    Differences(long seed) {
        this.random = new Random(seed);
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    Document document(long id) {
        Document document = new Document("_id", id);
        maybe(document, "number", this::number);
        maybe(document, "text", this::text);
        maybe(document, "mixed", this::any);
        maybe(document, "list", this::list);
        maybe(document, "inner", () -> new Document("value", any()));
        maybe(document, "uuid", this::uuid);
        maybe(document, "date", this::date);
        maybe(document, "oid", this::objectId);
        return document;
    }

    private void maybe(Document document, String field, Supplier<?> value) {
        if (chance(0.85)) {
            document.append(field, chance(0.08) ? null : value.get());
        }
    }

    private Object number() {
        int value = random.nextInt(12) - 4;
        return switch (random.nextInt(4)) {
            case 0 -> value;
            case 1 -> (long) value;
            case 2 -> value + 0.5;
            default -> (double) value;
        };
    }

    private String text() {
        return one(List.of("", "a", "ab", "b", "a\u0001", "ä", "中文", "z"));
    }

    private UUID uuid() {
        return new UUID(random.nextBoolean() ? Long.MIN_VALUE + upTo(2) : upTo(2), upTo(2) - 1L);
    }

    private Date date() {
        return new Date((upTo(6) - 3) * 86_400_000L);
    }

    private ObjectId objectId() {
        return new ObjectId(upTo(3), upTo(3));
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        for (int i = upTo(3); i > 0; i--) {
            list.add(chance(0.5) ? number() : text());
        }
        return list;
    }

    private Object any() {
        return switch (random.nextInt(6)) {
            case 0 -> text();
            case 1 -> random.nextBoolean();
            case 2 -> uuid();
            case 3 -> date();
            default -> number();
        };
    }

    private @Nullable Object valueOf(String field) {
        if (chance(0.05)) {
            return null;
        }
        return switch (field) {
            case "number" -> number();
            case "text" -> text();
            case "uuid" -> uuid();
            case "date" -> date();
            case "oid" -> objectId();
            case "list" -> chance(0.5) ? number() : text();
            default -> any();
        };
    }

    Document filter() {
        Document filter = new Document();
        for (int i = upTo(2); i >= 0; i--) {
            String field = chance(0.1) ? "_id" : one(FIELDS);
            filter.append(field, field.equals("_id") ? idCondition() : condition(field));
        }
        if (chance(0.2)) {
            List<Document> branches = new ArrayList<>();
            for (int i = upTo(2); i >= 0; i--) {
                String field = one(FIELDS);
                branches.add(new Document(field, condition(field)));
            }
            filter = chance(0.5) ? new Document("$or", branches) : filter.append("$or", branches);
        }
        if (chance(0.1)) {
            String field = one(FIELDS);
            filter.append(
                    "$and", List.of(new Document(field, condition(field)), new Document(field, condition(field))));
        }
        return filter;
    }

    private Object idCondition() {
        return new Document(one(List.of("$lt", "$lte", "$gt", "$gte")), (long) upTo(300));
    }

    private @Nullable Object condition(String field) {
        return switch (random.nextInt(8)) {
            case 0 -> new Document("$in", List.of(any(), number(), text(), uuid(), date(), objectId()));
            case 1 -> new Document(one(List.of("$gt", "$gte")), notNull(field));
            case 2 -> new Document(one(List.of("$lt", "$lte")), notNull(field));
            case 3 ->
                new Document(one(List.of("$gt", "$gte")), notNull(field))
                        .append(one(List.of("$lt", "$lte")), notNull(field));
            case 4 -> new Document("$exists", chance(0.5));
            case 5 ->
                new Document(
                        "$elemMatch",
                        new Document("$gte", notNull(field)).append(one(List.of("$lt", "$lte")), notNull(field)));
            default -> valueOf(field);
        };
    }

    private Object notNull(String field) {
        Object value = valueOf(field);
        return value == null ? number() : value;
    }

    /** Not by lists: how the library compares them is no order (empty, missing and null contradict each other). */
    Document order() {
        Document order = new Document();
        for (int i = upTo(2); i > 0; i--) {
            order.append(one(ORDERED), chance(0.5) ? 1 : -1);
        }
        return order.append("_id", chance(0.5) ? 1 : -1);
    }

    Bson index() {
        List<Bson> keys = new ArrayList<>();
        for (int i = upTo(2); i >= 0; i--) {
            String field = one(FIELDS);
            boolean used = keys.stream().anyMatch(key -> key.toBsonDocument().containsKey(field));
            if (!used) {
                keys.add(chance(0.6) ? Sorts.ascending(field) : Sorts.descending(field));
            }
        }
        return Sorts.orderBy(keys);
    }

    Document change() {
        String field = one(FIELDS);
        return switch (random.nextInt(3)) {
            case 0 -> new Document("$unset", new Document(field.split("\\.")[0], ""));
            case 1 -> new Document("$set", new Document("list", list()));
            default ->
                field.startsWith("inner")
                        ? new Document("$set", new Document("inner", new Document("value", any())))
                        : new Document("$set", new Document(field, valueOf(field)));
        };
    }
}
