package io.guildhall.analytics.metric;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What people read, in every language. */
public final class Texts {

    private static final ResourceBundle.Control PLAIN =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<String, ResourceBundle> languages;

    /** @param bundle name of the files that hold the texts */
    public Texts(String bundle) {
        languages = Map.of(
                "en", ResourceBundle.getBundle(bundle, Locale.ROOT, PLAIN),
                "zh-CN", ResourceBundle.getBundle(bundle, Locale.SIMPLIFIED_CHINESE, PLAIN));
    }

    /**
     * The text in each language.
     *
     * @param keys of which the first that is there counts
     * @throws java.util.MissingResourceException when there is none
     */
    public Map<String, String> of(String... keys) {
        Map<String, String> texts = new TreeMap<>();
        languages.forEach((language, bundle) -> texts.put(language, bundle.getString(first(bundle, keys))));
        return texts;
    }

    private static String first(ResourceBundle bundle, String... keys) {
        return Stream.of(keys).filter(bundle::containsKey).findFirst().orElse(keys[keys.length - 1]);
    }

    /** Every key that any language has. */
    public List<String> keys() {
        return languages.values().stream()
                .flatMap(bundle -> bundle.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
