package io.guildhall.platform.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The texts of all problems in every language: the service's {@code problems.properties} (English) with
 * {@code problems_zh_CN.properties}, and the platform's own.
 */
public final class ProblemTexts {

    private static final String[] BUNDLES = {"problems", "guildhall-problems"};

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    public ProblemTexts() {
        messages.setBasenames(BUNDLES);
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
    }

    public String title(String problem, Locale locale) {
        return text(problem + ".title", locale, List.of());
    }

    public String detail(String problem, Locale locale, List<Object> arguments) {
        return text(problem + ".detail", locale, arguments);
    }

    /** What is wrong with a field, for the platform's own codes ({@code wrong-type}). */
    String field(String code, Locale locale) {
        return text("field." + code, locale, List.of());
    }

    /** Which of these problems lack a text in which language; empty when all is said. */
    public static List<String> gaps(Collection<String> problems) {
        return Languages.SPOKEN.stream()
                .flatMap(locale -> gaps(problems, locale).map(key -> key + " (" + locale.toLanguageTag() + ")"))
                .toList();
    }

    private static Stream<String> gaps(Collection<String> problems, Locale locale) {
        Set<String> written = keys(locale);
        return problems.stream()
                .flatMap(problem -> Stream.of(problem + ".title", problem + ".detail"))
                .filter(key -> !written.contains(key));
    }

    /** Every key written in this very language, fallbacks not counted. */
    static Set<String> keys(Locale locale) {
        String suffix = locale.equals(Locale.ENGLISH) ? "" : "_" + locale;
        Set<String> keys = new HashSet<>();
        for (String bundle : BUNDLES) {
            ClassPathResource file = new ClassPathResource(bundle + suffix + ".properties");
            if (file.exists()) {
                keys.addAll(read(file));
            }
        }
        return keys;
    }

    private static Set<String> read(ClassPathResource file) {
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8))
                    .stringPropertyNames();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key, Locale locale, List<Object> arguments) {
        String text = messages.getMessage(key, arguments.toArray(), key, locale);
        return text == null ? key : text;
    }
}
