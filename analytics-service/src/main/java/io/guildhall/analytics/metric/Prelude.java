package io.guildhall.analytics.metric;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The statements that stand before a metric on one engine, with what is asked filled in. */
public final class Prelude {

    private static final Pattern COMMUNITY = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+:/-]{1,64}");
    private static final String COMMENT = "(?m)^--.*$";
    private static final Pattern VIEW = Pattern.compile("TEMPORARY VIEW (\\w+) AS");

    private Prelude() {}

    /** Whether the text can be the id of a community. */
    public static boolean isCommunity(String text) {
        return COMMUNITY.matcher(text).matches();
    }

    /**
     * Statements to run one after the other.
     *
     * @param engine {@code duckdb} or {@code spark}
     * @param events what stands behind FROM to read the lake
     */
    public static List<String> statements(String engine, String events, String community, Window window) {
        List<String> statements = new ArrayList<>(statements(engine));
        statements.addAll(statements("views"));
        return filled(statements, events, community, window);
    }

    /**
     * Statements for DuckDB that prepare only what a text needs, directly or through another view. What is named more than
     * once is a table, so that the lake is read once for it; the rest stays a view, of which only what is asked for is read.
     */
    static List<String> tables(String events, String community, Window window, String text) {
        Deque<String> prepared = new ArrayDeque<>();
        StringBuilder needing = new StringBuilder(text.replaceAll(COMMENT, ""));
        for (String statement : statements("views").reversed()) {
            Matcher view = VIEW.matcher(statement);
            if (view.find()) {
                long named = Pattern.compile("\\b" + view.group(1) + "\\b")
                        .matcher(needing)
                        .results()
                        .count();
                if (named > 0) {
                    needing.append(statement, view.end(), statement.length());
                    prepared.addFirst(named == 1 ? statement : view.replaceFirst("TEMPORARY TABLE $1 AS"));
                }
            }
        }
        List<String> statements = new ArrayList<>(statements("duckdb"));
        statements.addAll(prepared);
        return filled(statements, events, community, window);
    }

    private static List<String> filled(List<String> statements, String events, String community, Window window) {
        String zone = window.zone().getId();
        if (!isCommunity(community) || !ZONE.matcher(zone).matches()) {
            throw new IllegalArgumentException("community " + community + ", zone " + zone);
        }
        Map<String, String> values = new TreeMap<>(Map.of(
                "events",
                events,
                "community",
                community,
                "zone",
                zone,
                "from",
                window.begin().toString(),
                "to",
                window.end().toString(),
                "asOf",
                window.asOf().toString(),
                "days",
                Integer.toString(window.days())));
        return statements.stream().map(statement -> fill(statement, values)).toList();
    }

    private static String fill(String statement, Map<String, String> values) {
        String filled = statement;
        for (var value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** The names of all views over one community's facts. */
    public static List<String> views() {
        return Stream.of("duckdb", "views")
                .flatMap(file -> VIEW.matcher(read(file)).results())
                .map(view -> view.group(1))
                .toList();
    }

    private static List<String> statements(String file) {
        return Stream.of(read(file).replaceAll(COMMENT, "").split(";\\s*\\n"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(String file) {
        try (InputStream text = Prelude.class.getResourceAsStream("/prelude/" + file + ".sql")) {
            if (text == null) {
                throw new IllegalStateException("There is no prelude " + file);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
