package io.guildhall.analytics.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.analytics.Publishing;
import io.guildhall.analytics.Story;
import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.testing.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Every event once, whatever comes twice, late or in between. */
@Tag("long")
class LakeWriterTest {

    @TempDir
    Path folder;

    private Publishing topics;
    private LakeWriter writer;
    private TopicEnds ends;
    private Lake lake;
    private final Story story = new Story();

    @BeforeEach
    void open(TestInfo test) {
        String prefix = "t" + Math.abs(test.getDisplayName().hashCode() % 100_000) + "x";
        topics = new Publishing(Servers.kafka(), prefix).ensure("member", "course");
        Pattern names = Pattern.compile("guildhall\\." + prefix + ".*");
        writer = new LakeWriter(Servers.kafka(), names);
        ends = new TopicEnds(Servers.kafka(), names);
        lake = new Lake(folder);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void holdsEveryEventOnceWithAllItsColumns() throws Exception {
        history(3_000);
        topics.publish(story.events());

        LakeState state = catchUp();

        assertThat(state.events()).isEqualTo(story.events().size());
        assertThat(rows("SELECT count(*), count(DISTINCT event_id), count(DISTINCT (log, position)) FROM %s"))
                .isEqualTo("6000,6000,6000");
        assertThat(state.files()).extracting(LakeFile::month).contains("2026-03", "2026-04");
        assertThat(rows("SELECT community, name, sequence, epoch_us(valid_at), epoch_us(recorded_at), payload"
                        + " FROM %s WHERE log LIKE '%%member.0' AND position = 2"))
                .isEqualTo("com_1,member.membership.activated,1,1772352000000000,1772352000000000,"
                        + story.events().get(1).payload());
    }

    @Test
    void whatArrivesTwiceIsThereOnce() throws Exception {
        history(50);
        List<Envelope> events = story.events();
        topics.publish(events);
        for (Envelope event : events) {
            topics.send(topics.record(event, 0));
        }

        assertThat(catchUp().events()).isEqualTo(events.size());
    }

    @Test
    void goesOnFromItsManifestsAfterAnyStop() throws Exception {
        history(200);
        List<Envelope> events = story.events();
        topics.publish(events.subList(0, 150));
        catchUp();
        leaveAnOrphan();
        topics.publish(events.subList(150, 400));
        catchUp();
        catchUp();

        assertThat(rows("SELECT count(*), count(DISTINCT event_id) FROM %s")).isEqualTo("400,400");
    }

    @Test
    void neverPassesAMissingEvent() throws Exception {
        story.tell("member.membership.joined", "mbs_1")
                .tell("member.membership.joined", "mbs_1")
                .tell("member.membership.joined", "mbs_1");
        List<Envelope> events = story.events();
        topics.send(topics.record(events.get(0), 0));
        topics.send(topics.record(events.get(2), 2));
        var troubles = new AtomicReference<Map<String, String>>(Map.of());
        writer.write(lake.current(), _ -> troubles.get().isEmpty(), (_, seen) -> troubles.set(seen));
        writer.write(lake.current(), state -> state.events() < 1, (_, _) -> {});
        assertThat(lake.current().state().events()).isEqualTo(1);
        assertThat(troubles.get().values()).containsExactly("an event between 1 and 3 is missing");

        topics.send(topics.record(events.get(1), 1));
        topics.send(topics.record(events.get(2), 2));

        assertThat(catchUp().events()).isEqualTo(3);
    }

    @Test
    void aNewGenerationWaitsForAReplayWhichHoldsNothingElse() throws Exception {
        history(3);
        topics.publish(story.events());
        assertThat(catchUp().events()).isEqualTo(6);
        topics.beginAnew();
        topics.publish(story.events().subList(0, 2));

        var troubles = new AtomicReference<Map<String, String>>(Map.of());
        writer.write(lake.current(), _ -> troubles.get().isEmpty(), (_, seen) -> troubles.set(seen));
        assertThat(troubles.get().values())
                .allSatisfy(trouble -> assertThat(trouble).endsWith(".2: replay the lake"));
        assertThat(lake.current().state().events()).isEqualTo(6);

        lake = new Lake(folder.resolve("replayed"));
        assertThat(catchUp().events()).isEqualTo(2);
    }

    @Test
    void aTopicThatWasMadeAnewIsReadFromItsStartAndWhatIsKnownIsPassed() throws Exception {
        history(3);
        topics.publish(story.events());
        topics.send(topics.record(story.events().getFirst(), 0)); // so that offsets differ in the new one
        assertThat(catchUp().events()).isEqualTo(6);
        topics.makeAnew("member");
        history(1);
        topics.publish(story.events());

        assertThat(catchUp().events()).isEqualTo(story.events().size());
        assertThat(rows("SELECT count(*), count(DISTINCT event_id) FROM %s")).isEqualTo("8,8");
    }

    @Test
    void ofTwoWritersOneFails() throws Exception {
        Generation generation = lake.current();
        history(2);
        TestLake.add(lake, story.events());
        Manifest late = new Manifest(1, false, List.of(), Map.of(), Map.of(), Map.of(), Instant.EPOCH);

        assertThat(generation.publish(late)).isFalse();

        assertThat(generation.state().events()).isEqualTo(4);
    }

    @Test
    void aWriterThatWasOvertakenStops() throws Exception {
        history(20);
        topics.publish(story.events());
        Generation generation = lake.current();

        assertThatThrownBy(() -> writer.write(generation, _ -> true, (state, _) -> {
                    if (state.number() == 0) {
                        overtake(generation);
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Another writer");

        assertThat(catchUp().events()).isEqualTo(40);
    }

    @Test
    void mergesSmallFilesAndKeepsEveryEvent() throws Exception {
        Generation generation = lake.current();
        for (int i = 0; i < Compaction.MANIFESTS + 5; i++) {
            story.at(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(i)).tell("course.course.published", "crs_" + i);
            TestLake.add(lake, story.events().subList(i, i + 1));
        }
        LakeState before = generation.state();
        var elsewhere = new Generation(generation.folder());
        try (ParquetFiles parquet = new ParquetFiles(generation)) {
            assertThat(Compaction.due(before)).isTrue();
            assertThat(new Compaction(generation, parquet).run(before)).isTrue();
        }

        assertThat(generation.state().files()).hasSize(1);
        assertThat(generation.numbers()).hasSize(1);
        assertThat(rows("SELECT count(*), count(DISTINCT event_id) FROM %s")).isEqualTo("69,69");
        assertThat(elsewhere.state()).isEqualTo(generation.state());
        assertThat(before.files())
                .allSatisfy(file -> assertThat(generation.file(file)).exists());
    }

    @Test
    void filesCannotBeOverwritten() throws Exception {
        history(1);
        TestLake.add(lake, story.events());

        for (LakeFile file : lake.current().state().files()) {
            assertThat(Files.getPosixFilePermissions(lake.current().file(file)).toString())
                    .doesNotContain("WRITE");
        }
    }

    private void overtake(Generation generation) {
        try {
            generation.publish(new Manifest(1, false, List.of(), Map.of(), Map.of(), Map.of(), Instant.EPOCH));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void history(int members) {
        for (int i = 0; i < members; i++) {
            story.at(Instant.parse("2026-03-01T08:00:00Z").plusSeconds(i * 1_000L))
                    .joins("mem_" + i);
        }
    }

    /** Files that a crash left behind before their manifest. */
    private void leaveAnOrphan() throws Exception {
        try (ParquetFiles parquet = new ParquetFiles(lake.current())) {
            parquet.write(new ArrayList<>(story.events().subList(150, 160)));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).count())
                    .isGreaterThan(lake.current().state().files().size());
        }
    }

    private LakeState catchUp() throws SQLException, IOException {
        Map<String, Long> end = ends.now();
        writer.write(lake.current(), state -> !state.reached(end), (_, _) -> {});
        return lake.current().state();
    }

    private String rows(String sql) throws SQLException {
        Generation generation = lake.current();
        try (Connection duck = Duck.open("256MB");
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql.formatted(Duck.table(generation, generation.state())))) {
            assertThat(rows.next()).isTrue();
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                values.add(rows.getString(i));
            }
            return String.join(",", values);
        }
    }
}
