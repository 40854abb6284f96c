package io.guildhall.analytics.metric;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What people read about metrics, in every language. */
@Component
public class MetricTexts {

    private final Texts texts = new Texts("metrics");

    /** The text in each language. */
    public Map<String, String> of(String key) {
        return texts.of(key);
    }

    /** Keys that a metric needs. */
    public static List<String> keys(Metric metric) {
        List<String> always = List.of(metric.name() + ".title", metric.name() + ".help");
        return metric.undefined() == null
                ? always
                : List.of(always.get(0), always.get(1), "undefined." + metric.undefined());
    }
}
