package io.guildhall.analytics.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.analytics.ManyMonths;
import io.guildhall.platform.follow.Envelope;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Files that were written before there were columns for what stands in payloads answer as those of now do. */
class LayoutTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void filesOfBothLayoutsReadAlike() throws Exception {
        List<Envelope> events = ManyMonths.story(new Random(3)).events();
        List<String> expected = rows(TestLake.of(folder.resolve("now"), events).current());

        var lake = new Lake(folder.resolve("mixed"));
        inFirstLayout(lake, events.subList(0, 1_000));
        assertThat(rows(lake.current()))
                .isEqualTo(rows(TestLake.of(folder.resolve("begun"), events.subList(0, 1_000))
                        .current()));
        TestLake.add(lake, events.subList(1_000, events.size()));

        assertThat(rows(lake.current())).isEqualTo(expected);
        assertThat(expected).anyMatch(row -> row.contains("mem_")).anyMatch(row -> row.contains("crs_"));
    }

    @Test
    void mergingBringsTheNewestLayout() throws Exception {
        List<Envelope> events = ManyMonths.story(new Random(4)).events();
        var lake = new Lake(folder.resolve("mixed"));
        inFirstLayout(lake, events.subList(0, 2_000));
        TestLake.add(lake, events.subList(2_000, events.size()));
        Generation generation = lake.current();
        List<String> before = rows(generation);

        try (ParquetFiles parquet = new ParquetFiles(generation)) {
            LakeFile merged = parquet.merge(generation.state().files().stream()
                    .filter(file ->
                            file.month().equals("2026-03") && file.service().equals("course"))
                    .toList());
            assertThat(merged.isOf(Layout.NEWEST)).isTrue();
            assertThat(new Compaction(generation, parquet).run(generation.state()))
                    .isTrue();
        }

        assertThat(rows(generation)).isEqualTo(before);
        assertThat(generation.state().files())
                .filteredOn(file -> file.month().equals("2026-03"))
                .isNotEmpty()
                .allMatch(file -> file.isOf(Layout.NEWEST));
    }

    @Test
    void aManifestOfBeforeNamesFilesOfTheFirstLayout() {
        Manifest manifest = JSON.readValue("""
            {"number": 1, "whole": false, "offsets": {}, "positions": {}, "newest": "2026-03-01T00:00:00Z",
             "files": [{"path": "data/x", "service": "course", "month": "2026-03", "events": 3, "bytes": 100}]}
            """, Manifest.class);

        assertThat(manifest.files()).singleElement().matches(file -> file.isOf(Layout.FIRST));
    }

    /** A payload that is no JSON has no columns, but is there. */
    @Test
    void whatCannotBeReadIsKept() throws Exception {
        Envelope event = ManyMonths.story(new Random(4)).events().getFirst();
        Lake lake = TestLake.of(folder, List.of(new Envelope(event.fact(), "{\"memberId")));

        assertThat(rows(lake.current())).singleElement().asString().endsWith("null,null,{\"memberId");
    }

    private static void inFirstLayout(Lake lake, List<Envelope> events) throws Exception {
        TestLake.add(lake, events);
        Generation generation = lake.current();
        List<LakeFile> first = new ArrayList<>();
        try (Connection duck = Duck.open("256MB")) {
            for (LakeFile file : generation.state().files()) {
                String path = file.path().replace(".parquet", "-first.parquet");
                var older = new LakeFile(path, file.service(), file.month(), file.events(), file.bytes(), null);
                Duck.run(
                        duck,
                        "COPY (SELECT * EXCLUDE (member_id, course_id) FROM read_parquet(%s, hive_partitioning = false)) TO %s"
                                .formatted(
                                        Duck.text(generation.file(file).toString()),
                                        Duck.text(generation.file(older).toString())));
                first.add(older);
            }
        }
        long next = generation.state().number() + 1;
        generation.publish(new Manifest(next, true, first, Map.of(), Map.of(), Map.of(), Instant.EPOCH));
    }

    private static List<String> rows(Generation generation) throws Exception {
        String sql = "SELECT log, position, service, name, member_id, course_id, payload FROM %s ORDER BY log, position"
                .formatted(Duck.table(generation, generation.state()));
        List<String> found = new ArrayList<>();
        try (Connection duck = Duck.open("256MB");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join(",", cells));
            }
        }
        return found;
    }
}
