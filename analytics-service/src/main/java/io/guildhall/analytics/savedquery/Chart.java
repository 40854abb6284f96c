package io.guildhall.analytics.savedquery;

import java.util.List;

/**
 * What is drawn of a query's answer.
 *
 * @param x the column along which it is drawn
 * @param y the columns whose numbers are drawn
 */
public record Chart(Kind kind, String x, List<String> y) {

    /** How numbers are drawn. */
    public enum Kind {
        LINE,
        BAR
    }

    public Chart {
        y = List.copyOf(y);
    }
}
