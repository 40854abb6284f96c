package io.guildhall.analytics.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.lake.TestLake;
import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.log.LogPosition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The views read the events as their services publish them: the example files of the contracts, not our stories. */
class PublishedEventsTest {

    private static final Pattern EVENT = Pattern.compile("'([a-z]+\\.[a-z-]+\\.[a-z-]+)'");
    private static final Instant AT = Instant.parse("2026-03-05T00:00:00Z");
    private static final Window MARCH = new Window(
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 4, 1),
            ZoneId.of("UTC"),
            Instant.parse("2027-01-01T00:00:00Z"),
            Window.DAYS);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyEventThatAViewNamesIsPublished() {
        List<String> names = Prelude.statements("duckdb", "lake", "com_1", MARCH).stream()
                .flatMap(statement -> EVENT.matcher(statement).results())
                .map(name -> name.group(1))
                .distinct()
                .toList();
        assertThat(names).contains("course.enrollment.lesson-read", "course.rating.given", "billing.order.refunded");
        return names.stream()
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(contract(name)).exists()));
    }

    @Test
    void aReadingIsRead() throws Exception {
        MetricReader reader = reader();

        assertThat(rows(reader, "SELECT course_id, member_id, CAST(read_at AS DATE) FROM readings"))
                .containsExactly(
                        "crs_0198c0de000070008000000000000001,mem_0198c0de000070008000000000000002,2026-03-05");
    }

    @Test
    void aRatingIsReadWithoutItsComment() throws Exception {
        MetricReader reader = reader();

        assertThat(rows(reader, "SELECT course_id, member_id, stars FROM ratings"))
                .containsExactly("crs_0198c0de000070008000000000000001,mem_0198c0de000070008000000000000002,5");
        assertThat(rows(
                        reader,
                        "SELECT json_text(payload, '$.comment') FROM events WHERE name = 'course.rating.given'"))
                .singleElement()
                .asString()
                .startsWith("‹personal:1:mem_");
    }

    @Test
    void bothCountAsActionsOfTheirMember() throws Exception {
        MetricReader reader = reader();

        assertThat(rows(reader, "SELECT DISTINCT member_id FROM actions WHERE kind LIKE 'course.%'"))
                .containsExactly("mem_0198c0de000070008000000000000002");
        assertThat(rows(reader, "SELECT kind FROM actions WHERE kind LIKE 'course.%' ORDER BY kind"))
                .containsExactly(
                        "course.enrollment.lesson-completed", "course.enrollment.lesson-read", "course.rating.given");
    }

    private MetricReader reader() throws Exception {
        List<Envelope> events = new ArrayList<>();
        for (String name :
                List.of("course.enrollment.lesson-read", "course.enrollment.lesson-completed", "course.rating.given")) {
            events.add(published(name, events.size() + 1));
        }
        return new MetricReader(TestLake.of(folder, events));
    }

    private static List<String> rows(MetricReader reader, String sql) {
        return reader.ask("com_1", MARCH, sql, (duck, _) -> {
            List<String> found = new ArrayList<>();
            try (Statement statement = duck.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        cells.add(String.valueOf(rows.getObject(i)));
                    }
                    found.add(String.join(",", cells));
                }
            }
            return found;
        });
    }

    private static Envelope published(String name, long position) throws Exception {
        var fact = new Fact(
                "course",
                new LogPosition("course.0", position),
                "event-" + position,
                name,
                1,
                "stream-" + position,
                0,
                "com_1",
                AT,
                AT,
                null,
                "correlation",
                false);
        return new Envelope(fact, Files.readString(contract(name)));
    }

    private static Path contract(String name) {
        String service = name.substring(0, name.indexOf('.')) + "-service";
        return Path.of("..", service, "src", "main", "resources", "contracts", name + ".json");
    }
}
