package io.guildhall.analytics.metric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All metrics there are; a text that {@link MetricLint} refuses keeps the service from starting. */
@Component
public class Metrics {

    private static final Pattern FILE = Pattern.compile("([a-z0-9-]+)\\.v(\\d+)\\.sql");

    private final List<Metric> all;

    @Autowired
    public Metrics() {
        this(read());
    }

    /**
     * @param texts by the names of their files
     * @throws IllegalStateException when a metric says what it must not, or lacks its unit or its explanation
     */
    Metrics(Map<String, String> texts) {
        all = texts.keySet().stream()
                .map(FILE::matcher)
                .filter(Matcher::matches)
                .map(file -> metric(file, texts))
                .sorted(Comparator.comparing(Metric::name).thenComparing(Metric::version))
                .toList();
    }

    /** By name, oldest version first. */
    public List<Metric> all() {
        return all;
    }

    /** @param version the newest if absent */
    public Optional<Metric> find(String name, @Nullable Integer version) {
        return all.stream()
                .filter(metric -> metric.name().equals(name) && (version == null || metric.version() == version))
                .reduce((_, newer) -> newer);
    }

    private static Metric metric(Matcher file, Map<String, String> texts) {
        String name = file.group(1);
        String version = file.group(2);
        String sql = checked(name, texts.get(file.group()));
        String explain = checked(name, texts.get(name + ".v" + version + ".explain.sql"));
        String unit = header(sql, "unit");
        if (unit == null) {
            throw new IllegalStateException("Metric " + name + " has no line \"-- unit: …\"");
        }
        return new Metric(
                name,
                Integer.parseInt(version),
                unit,
                header(sql, "undefined"),
                header(sql, "interval") != null,
                sql,
                explain);
    }

    private static String checked(String name, @Nullable String sql) {
        if (sql == null) {
            throw new IllegalStateException("Metric " + name + " lacks its explanation");
        }
        List<String> findings = MetricLint.check(sql);
        if (!findings.isEmpty()) {
            throw new IllegalStateException("Metric " + name + ": " + findings);
        }
        return sql;
    }

    private static @Nullable String header(String sql, String key) {
        return sql.lines()
                .filter(line -> line.startsWith("-- " + key + ": "))
                .map(line -> line.substring(key.length() + 5).strip())
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> read() {
        try {
            Map<String, String> texts = new TreeMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:metrics/*.sql")) {
                texts.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
