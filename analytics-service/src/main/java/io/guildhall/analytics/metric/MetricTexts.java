package io.guildhall.analytics.metric;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What people read about metrics, in every language. */
@Component
public class MetricTexts {

    private static final ResourceBundle.Control PLAIN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Map<String, ResourceBundle> LANGUAGES = Map.of(
            "en", ResourceBundle.getBundle("metrics", Locale.ROOT, PLAIN),
            "zh-CN", ResourceBundle.getBundle("metrics", Locale.SIMPLIFIED_CHINESE, PLAIN));

    /** The text in each language. */
    public Map<String, String> of(String key) {
        Map<String, String> texts = new TreeMap<>();
        LANGUAGES.forEach((language, bundle) -> texts.put(language, bundle.getString(key)));
        return texts;
    }

    /** Keys that a metric needs. */
    public static List<String> keys(Metric metric) {
        List<String> always = List.of(metric.name() + ".title", metric.name() + ".help");
        return metric.undefined() == null
                ? always
                : List.of(always.get(0), always.get(1), "undefined." + metric.undefined());
    }
}
