package io.guildhall.analytics.metric;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.Story;
import io.guildhall.analytics.lake.Duck;
import io.guildhall.analytics.lake.Generation;
import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.lake.LakeState;
import io.guildhall.analytics.lake.TestLake;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    private final Story story = new Story();

    @Test
    void everyMetricIsEqualOnBothEngines() throws Exception {
        manyMonths(new Random(7));
        Lake lake = TestLake.of(folder.resolve("lake"), story.events());
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
                assertThat(told.stream()
                                .map(SparkEqualityTest::rounded)
                                .sorted()
                                .toList())
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

    private void manyMonths(Random random) {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int course = 0; course < 6; course++) {
            story.at(at).publishes("crs_" + course);
        }
        story.role("mem_0", "author");
        story.at("2026-03-25T00:00:00Z")
                .buys("mem_back", "ord_back", "course:crs_1")
                .enrolls("mem_back", "crs_1")
                .rates("mem_back", "crs_1", 1)
                .at("2026-03-28T00:00:00Z")
                .refunds("ord_back");
        String bought = "ord_0";
        for (int i = 0; i < 4_000; i++) {
            at = at.plusSeconds(random.nextInt(4_500)).plusNanos(random.nextInt(1_000_000) * 1_000L);
            String member = "mem_" + random.nextInt(80);
            String course = "crs_" + random.nextInt(6);
            story.in(random.nextInt(10) == 0 ? "com_2" : "com_1").at(at);
            switch (random.nextInt(16)) {
                case 0, 1 -> story.joins(member);
                case 2 -> story.leaves(member);
                case 3 -> story.enrolls(member, course);
                case 4 -> story.completes(member, course);
                case 5, 6 -> story.reads(member, course);
                case 7 -> story.rates(member, course, 1 + random.nextInt(5));
                case 8 -> story.answers(member, 1 + random.nextInt(5));
                case 9 ->
                    story.pays(
                            member,
                            random.nextBoolean() ? "activated" : "renewed",
                            100 + random.nextInt(9_999),
                            random.nextInt(5) == 0 ? "EUR" : "CNY",
                            random.nextBoolean() ? "MONTH" : "YEAR",
                            at.toString(),
                            at.plusSeconds(2_600_000).toString());
                case 10, 11 -> {
                    bought = "ord_" + i;
                    story.buys(member, bought, "channel:*", "course:" + (i % 10 == 0 ? "*" : course));
                }
                case 12, 13 -> story.refunds(bought);
                default -> story.says(member);
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
                found.add(rounded(String.join(",", cells.stream().sorted().toList())));
            }
        }
        return found.stream().sorted().toList();
    }

    /** Doubles are added up in any order. */
    private static String rounded(String row) {
        return Arrays.stream(row.split(","))
                .map(cell -> {
                    int value = cell.indexOf('=') + 1;
                    return cell.substring(value).matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?")
                            ? cell.substring(0, value)
                                    + new BigDecimal(cell.substring(value)).setScale(6, RoundingMode.HALF_EVEN)
                            : cell;
                })
                .collect(Collectors.joining(","));
    }

    private static String distinct(String sql) {
        return "SELECT DISTINCT e.event_id AS event_id FROM (" + sql + "\n) e";
    }
}
