package io.guildhall.analytics.metric;

import io.guildhall.analytics.lake.Lake;

/** Gives other features' tests a reader. */
public record TestReader(Lake lake) {

    public MetricReader reader() {
        return new MetricReader(lake);
    }
}
