package io.guildhall.local.store;

import de.bwaldvogel.mongo.bson.Document;
import io.guildhall.local.store.Condition.Bound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds how far one index serves a query: leading fields by equality, the next by range, and the order. */
final class ScanBuilder {

    private static final int MOST_PREFIXES = 5_000;
    private static final byte[] NOTHING = {};
    private static final byte[] BEYOND = {(byte) 0xFF};

    private final OrderedIndex index;
    private final Map<String, Condition> conditions;

    private List<byte[]> prefixes = List.of(NOTHING);
    private int equalFields;
    private byte[] low = NOTHING;
    private byte[] high = BEYOND;
    private boolean range;
    private boolean excludesNull;

    ScanBuilder(OrderedIndex index, Map<String, Condition> conditions) {
        this.index = index;
        this.conditions = conditions;
    }

    /** Empty when the index does not help, or may lack documents that match (a sparse one). */
    Optional<IndexScan> scan(Document order) {
        usableFields().forEach(this::narrow);
        boolean selective = equalFields > 0 || range;
        boolean asked = !order.isEmpty();
        Optional<Boolean> direction = asked ? direction(order) : Optional.empty();
        if ((index.isSparse() && !excludesNull) || (!selective && direction.isEmpty())) {
            return Optional.empty();
        }
        boolean exact = index.isUnique() && equalFields == index.fields().size();
        int score = equalFields * 8 + (range ? 4 : 0) + (direction.isPresent() ? 3 : 0) + (exact ? 100 : 0);
        boolean reverse = direction.orElse(false);
        return Optional.of(
                new IndexScan(index, prefixes, low, high, exact, selective, direction.isPresent(), reverse, score));
    }

    /** Over arrays two paths into the same array cannot be combined: different items may answer them. */
    private List<String> usableFields() {
        List<String> usable = new ArrayList<>();
        Set<String> roots = new HashSet<>();
        for (String field : index.fields()) {
            if (!roots.add(field.split("\\.", 2)[0]) && index.overArrays()) {
                break;
            }
            usable.add(field);
        }
        return usable;
    }

    private void narrow(String field) {
        boolean next = !range && index.fields().indexOf(field) == equalFields;
        Condition condition = conditions.get(field);
        if (!next || condition == null) {
            return;
        }
        List<@Nullable Object> values = condition.anyOf();
        Condition ofOneItem = field.contains(".") ? null : condition.ofOneItem();
        if (values == null && ofOneItem != null) {
            range(ofOneItem.low(), ofOneItem.high(), false);
        } else if (values == null) {
            range(condition.low(), condition.high(), index.overArrays());
        } else if (usable(values)) {
            extend(values);
        }
    }

    private boolean usable(List<@Nullable Object> values) {
        boolean nullMeansMissing = values.contains(null) && (index.overArrays() || index.isSparse());
        return !nullMeansMissing && (long) values.size() * prefixes.size() <= MOST_PREFIXES;
    }

    private void extend(List<@Nullable Object> values) {
        Set<byte[]> extended = new TreeSet<>(Arrays::compareUnsigned);
        for (byte[] prefix : prefixes) {
            for (Object value : values) {
                byte[] field = new SortableKey()
                        .field(value, index.ascending(equalFields))
                        .bytes();
                extended.add(ByteArrays.concat(prefix, field));
            }
        }
        prefixes = List.copyOf(extended);
        excludesNull |= !values.contains(null);
        equalFields++;
    }

    /**
     * A range stays inside the type of its ends.
     *
     * @param ofTwoItems two items of an array may answer its two ends, so that but one of them is used
     */
    private void range(@Nullable Bound from, @Nullable Bound to, boolean ofTwoItems) {
        Bound either = from == null ? to : from;
        if (either == null) {
            return;
        }
        boolean apart = from != null && to != null && (ofTwoItems || !sameType(from, to));
        Bound until = apart ? null : to;
        int type = SortableKey.type(either.value());
        byte[] start = from == null ? new byte[] {(byte) (type - 1)} : SortableKey.of(from.value());
        byte[] end = until == null ? new byte[] {(byte) (type + 1)} : SortableKey.of(until.value());
        boolean withStart = from != null && from.included();
        boolean withEnd = until != null && until.included();
        if (index.ascending(equalFields)) {
            low = withStart ? start : ByteArrays.concat(start, BEYOND);
            high = withEnd ? ByteArrays.concat(end, BEYOND) : end;
        } else {
            byte[] first = ByteArrays.complement(end);
            byte[] last = ByteArrays.complement(start);
            low = withEnd ? first : ByteArrays.concat(first, BEYOND);
            high = withStart ? ByteArrays.concat(last, BEYOND) : last;
        }
        range = true;
        excludesNull = true;
    }

    private static boolean sameType(Bound from, Bound to) {
        return SortableKey.type(from.value()) == SortableKey.type(to.value());
    }

    /** Whether the index delivers the order forwards (false) or backwards (true); empty when it does not. */
    private Optional<Boolean> direction(Document order) {
        if (prefixes.size() != 1 || index.overArrays()) {
            return Optional.empty();
        }
        Boolean backwards = null;
        int next = equalFields;
        for (Map.Entry<String, Object> wish : order.entrySet()) {
            if (index.fields().subList(0, equalFields).contains(wish.getKey())) {
                continue;
            }
            if (next >= fieldsWithId().size()) {
                break;
            }
            boolean opposite = ascending(next) != ((Number) wish.getValue()).intValue() > 0;
            if (!fieldsWithId().get(next).equals(wish.getKey()) || (backwards != null && backwards != opposite)) {
                return Optional.empty();
            }
            backwards = opposite;
            next++;
        }
        return Optional.of(backwards != null && backwards);
    }

    /** Behind the fields of an index that is not unique stands the id. */
    private List<String> fieldsWithId() {
        List<String> fields = new ArrayList<>(index.fields());
        if (!index.isUnique()) {
            fields.add("_id");
        }
        return fields;
    }

    private boolean ascending(int field) {
        return field >= index.fields().size() || index.ascending(field);
    }
}
