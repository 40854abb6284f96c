package io.guildhall.billing;

import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.web.PageQuery;

/** Cursors of lists that are ordered by the position of the event with which each item began. */
public final class PlaceCursor {

    private PlaceCursor() {}

    /** The place behind which a page begins. */
    public static long of(PageQuery page) {
        if (page.after() == null) {
            return 0;
        }
        if (!page.after().matches("[0-9]{1,18}")) {
            throw BadField.value("after", "invalid-value");
        }
        return Long.parseLong(page.after());
    }
}
