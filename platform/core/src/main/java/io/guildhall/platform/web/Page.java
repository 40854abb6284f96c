package io.guildhall.platform.web;

import java.util.List;
import java.util.function.Function;

/** One page of a list, as every list endpoint answers it: {@code {items: [], page: {next, hasMore}}}. */
public record Page<T>(List<T> items, Cursor page) {

    public Page {
        items = List.copyOf(items);
    }

    /** A list that is whole in itself. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, new Cursor(null, false));
    }

    /**
     * Cuts a page from what a query found when it was asked for one item more than wanted.
     *
     * @param found at most {@code query.limit() + 1} items, see {@link PageQuery#fetch}
     * @param cursor what identifies an item as the last one of a page
     */
    public static <T> Page<T> of(List<T> found, PageQuery query, Function<T, String> cursor) {
        if (found.size() <= query.limit()) {
            return whole(found);
        }
        List<T> items = found.subList(0, query.limit());
        return new Page<>(items, new Cursor(cursor.apply(items.getLast()), true));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), page);
    }
}
