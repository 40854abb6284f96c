package io.guildhall.analytics.metric;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.ManyMonths;
import io.guildhall.analytics.lake.Duck;
import io.guildhall.analytics.lake.Generation;
import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.lake.LakeState;
import io.guildhall.analytics.lake.TestLake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every metric, and every list of events behind one, reads the same on DuckDB and on Spark. Spark runs in a process of its
 * own; the build's profile {@code full} writes where its jars are.
 */
@Tag("long")
class SparkEqualityTest {

    private static final Path CLASS_PATH = Path.of("target", "spark.classpath");
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");
    private static final Window WINDOW = new Window(
            LocalDate.of(2026, 3, 20),
            LocalDate.of(2026, 4, 20), // over a change to summer time
            ZoneId.of("Europe/Berlin"),
            Instant.parse("2026-11-01T00:00:00Z"),
            30);

    @TempDir
    Path folder;

    @Test
    void everyMetricIsEqualOnBothEngines() throws Exception {
        Lake lake = TestLake.of(
                folder.resolve("lake"), ManyMonths.story(new Random(7)).events());
        Generation generation = lake.current();
        LakeState state = generation.state();
        Path asked = Files.createDirectory(folder.resolve("asked"));
        Map<String, String> questions = new TreeMap<>();
        for (Metric metric : new Metrics().all()) {
            String name = metric.name() + ".v" + metric.version();
            questions.put(name, metric.sql());
            questions.put(name + ".explain", distinct(metric.explainSql()));
        }
        Files.write(
                asked.resolve("files"),
                state.files().stream()
                        .map(file -> generation.file(file).toString())
                        .toList());
        Files.writeString(
                asked.resolve("prelude"), String.join("--;;", Prelude.statements("spark", "lake", "com_1", WINDOW)));
        for (var question : questions.entrySet()) {
            Files.writeString(asked.resolve(question.getKey() + ".sql"), question.getValue());
        }

        spark(asked);

        try (Connection duck = Duck.open("512MB")) {
            for (String statement : Prelude.statements("duckdb", Duck.table(generation, state), "com_1", WINDOW)) {
                Duck.run(duck, statement);
            }
            for (var question : questions.entrySet()) {
                List<String> told = Files.readAllLines(asked.resolve(question.getKey() + ".spark"));
                assertThat(told.stream().sorted().toList())
                        .as(question.getKey())
                        .isEqualTo(rows(duck, question.getValue()))
                        .isNotEmpty();
            }
            for (String refundsCount : List.of("completion", "rating", "content-value")) {
                assertThat(rows(duck, requireNonNull(questions.get(refundsCount + ".v2.explain"))))
                        .isNotEqualTo(rows(duck, requireNonNull(questions.get(refundsCount + ".v1.explain"))));
            }
        }
    }

    private static void spark(Path asked) throws Exception {
        assertThat(CLASS_PATH).as("written by the profile full").exists();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(
                List.of("-cp", Files.readString(CLASS_PATH).strip(), "src/test/spark/SparkRun.java", asked.toString()));
        Path log = asked.resolve("log");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        List<String> lines = Files.readAllLines(log);
        assertThat(exit)
                .as(() -> String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size())))
                .isZero();
    }

    private static List<String> rows(Connection duck, String sql) throws Exception {
        List<String> found = new ArrayList<>();
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(rows.getMetaData().getColumnName(i) + "=" + rows.getObject(i));
                }
                found.add(String.join(",", cells.stream().sorted().toList()));
            }
        }
        return found.stream().sorted().toList();
    }

    private static String distinct(String sql) {
        return "SELECT DISTINCT e.event_id AS event_id FROM (" + sql + "\n) e";
    }
}
