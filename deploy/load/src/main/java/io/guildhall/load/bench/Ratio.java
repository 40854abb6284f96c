package io.guildhall.load.bench;

import java.util.Arrays;
import java.util.Locale;

/** One measurement beside its yardstick, over several rounds of the same run. */
record Ratio(String what, double[] measured, double[] yardstick, String unit, double aim) {

    private static final String LINE = "| %s | %,.0f | %,.0f | %.2f | %.2f | %s |";

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    double value() {
        return median(measured) / median(yardstick);
    }

    /** A row of Markdown: what, measured, yardstick, ratio, aim, unit. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, LINE, what, median(measured), median(yardstick), value(), aim, unit);
    }
}
