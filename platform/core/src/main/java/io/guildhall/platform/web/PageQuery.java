package io.guildhall.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * Which page a client asks for ({@code ?limit=50&after=…}); a controller takes it as a parameter.
 *
 * @param limit how many items, 1 to {@value #MOST}; anything else is answered 422 before the controller runs
 * @param after the {@code next} of the page before, absent for the first
 */
public record PageQuery(int limit, @Nullable String after) {

    public static final int DEFAULT = 50;
    public static final int MOST = 200;

    public PageQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    /** How many items to ask the store for, so that {@link Page#of} knows whether more follow. */
    public int fetch() {
        return limit + 1;
    }
}
