package io.guildhall.analytics.metric.web;

import io.guildhall.analytics.metric.Metric;
import io.guildhall.analytics.metric.MetricTexts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A metric as the list shows it; texts by language.
 *
 * @param undefined why there may be no number, absent where there always is one
 */
record MetricView(
        String name,
        int version,
        String unit,
        Map<String, String> title,
        Map<String, String> help,
        @Nullable Map<String, String> undefined) {

    static MetricView of(Metric metric, MetricTexts texts) {
        return new MetricView(
                metric.name(),
                metric.version(),
                metric.unit(),
                texts.of(metric.name() + ".title"),
                texts.of(metric.name() + ".help"),
                metric.undefined() == null ? null : texts.of("undefined." + metric.undefined()));
    }
}
