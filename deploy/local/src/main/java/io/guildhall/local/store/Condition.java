package io.guildhall.local.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a filter demands of one field, as far as an index can help; every candidate is matched again afterwards. */
final class Condition {

    /** One end of a range. */
    record Bound(Object value, boolean included) {}

    private @Nullable List<@Nullable Object> anyOf;
    private @Nullable Bound low;
    private @Nullable Bound high;
    private @Nullable Condition ofOneItem;

    /** The fields of a filter on which an index can help. */
    static Map<String, Condition> of(Document filter) {
        Map<String, Condition> conditions = new HashMap<>();
        collect(filter, conditions);
        return conditions;
    }

    /** The values of which the field must be one, or null when equality is not asked. */
    @Nullable
    List<@Nullable Object> anyOf() {
        return anyOf;
    }

    @Nullable
    Bound low() {
        return low;
    }

    @Nullable
    Bound high() {
        return high;
    }

    /** The ends of a range between which one and the same item of an array must lie, or null when that is not asked. */
    @Nullable
    Condition ofOneItem() {
        return ofOneItem;
    }

    private static void collect(Document filter, Map<String, Condition> conditions) {
        for (Map.Entry<String, Object> entry : filter.entrySet()) {
            String field = entry.getKey();
            if (field.equals("$and")) {
                ((Collection<?>) entry.getValue()).forEach(part -> collect((Document) part, conditions));
            } else if (!field.startsWith("$")) {
                conditions.computeIfAbsent(field, _ -> new Condition()).demand(entry.getValue());
            }
        }
    }

    private void demand(@Nullable Object value) {
        if (value instanceof Document operators) {
            operators.forEach(this::demand);
        } else {
            equal(value);
        }
    }

    private void demand(String operator, @Nullable Object value) {
        switch (operator) {
            case "$eq" -> equal(value);
            case "$in" -> in(value);
            case "$gt", "$gte" -> low = bound(value, operator.equals("$gte"), low);
            case "$lt", "$lte" -> high = bound(value, operator.equals("$lte"), high);
            case "$elemMatch" -> oneItem(value);
            default -> {}
        }
    }

    private void equal(@Nullable Object value) {
        if (anyOf == null && isPlain(value)) {
            anyOf = Collections.singletonList(value);
        }
    }

    private void in(@Nullable Object list) {
        if (anyOf == null
                && list instanceof Collection<?> values
                && values.stream().allMatch(Condition::isPlain)) {
            anyOf = new ArrayList<>(values);
        }
    }

    private void oneItem(@Nullable Object value) {
        if (value instanceof Document operators) {
            Condition item = new Condition();
            operators.forEach(item::demand);
            ofOneItem = item;
        }
    }

    private static boolean isPlain(@Nullable Object value) {
        return !(value instanceof Document
                || value instanceof Collection
                || value instanceof BsonRegularExpression
                || value instanceof Missing);
    }

    private static @Nullable Bound bound(@Nullable Object value, boolean included, @Nullable Bound otherwise) {
        boolean usable = isPlain(value) && !(value instanceof MinKey) && !(value instanceof MaxKey);
        return usable && value != null ? new Bound(value, included) : otherwise;
    }
}
