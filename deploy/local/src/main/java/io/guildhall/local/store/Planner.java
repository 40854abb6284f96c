package io.guildhall.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the index that narrows a query most and, among equals, spares the sorting. */
final class Planner {

    private static final Comparator<IndexScan> BEST = Comparator.comparingInt(IndexScan::score);

    private static final Document NO_ORDER = new Document();

    private Planner() {}

    /** One walk; several, none of them ordered, for the branches of an {@code $or}; none when no index helps. */
    static List<IndexScan> plan(List<OrderedIndex> indexes, Document filter, Document order) {
        IndexScan best = best(indexes, filter, order);
        boolean narrow = best != null && best.selective();
        if (!narrow && filter.get("$or") instanceof Collection<?> branches) {
            List<IndexScan> scans = new ArrayList<>();
            for (Object branch : branches) {
                IndexScan scan = best(indexes, (Document) branch, NO_ORDER);
                if (scan != null) {
                    scans.add(scan);
                }
            }
            if (scans.size() == branches.size()) {
                return scans;
            }
        }
        return best == null ? List.of() : List.of(best);
    }

    private static @Nullable IndexScan best(List<OrderedIndex> indexes, Document filter, Document order) {
        Map<String, Condition> conditions = Condition.of(filter);
        return indexes.stream()
                .flatMap(index -> new ScanBuilder(index, conditions).scan(order).stream())
                .max(BEST)
                .orElse(null);
    }
}
