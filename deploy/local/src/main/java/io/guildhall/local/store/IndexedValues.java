package io.guildhall.local.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a document's indexed fields; one of them may be an array, then every item has a row of its own. */
record IndexedValues(List<@Nullable Object> values) {

    static IndexedValues of(Document document, List<String> fields) {
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        for (String field : fields) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, field);
            values.add(value instanceof Collection<?> items ? new ArrayList<>(items) : value);
        }
        return new IndexedValues(values);
    }

    boolean areMissing() {
        return values.stream().allMatch(Missing.class::isInstance);
    }

    boolean holdArray() {
        return values.stream().anyMatch(List.class::isInstance);
    }

    List<List<@Nullable Object>> rows() {
        if (!holdArray()) {
            return List.of(values);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int item = 0; item < Math.max(1, items()); item++) {
            List<@Nullable Object> row = new ArrayList<>(values.size());
            for (Object value : values) {
                row.add(value instanceof List<?> array ? item(array, item) : value);
            }
            rows.add(row);
        }
        return rows;
    }

    private int items() {
        return values.stream()
                .mapToInt(value -> value instanceof List<?> array ? array.size() : 0)
                .max()
                .orElse(0);
    }

    /** An array inside the array, or the place in an empty one, is kept as null: no query looks it up by key. */
    private static @Nullable Object item(List<?> array, int place) {
        Object value = place < array.size() ? array.get(place) : null;
        return value instanceof Collection ? null : value;
    }
}
