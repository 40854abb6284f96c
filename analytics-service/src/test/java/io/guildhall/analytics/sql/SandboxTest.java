package io.guildhall.analytics.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guildhall.analytics.Story;
import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.lake.TestLake;
import io.guildhall.analytics.metric.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What analysts may ask, and each way around it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxTest {

    static final Window ALWAYS = new Window(
            LocalDate.of(2000, 1, 1),
            LocalDate.of(2100, 1, 1),
            ZoneId.of("UTC"),
            Instant.parse("2100-01-01T00:00:00Z"),
            90);

    private static final Duration LEAST = Duration.ofMillis(1_500);
    private static final Duration MOST = Duration.ofSeconds(Sandbox.MOST_SECONDS);

    static final String RUNAWAY =
            "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = 7";

    private final QueryGate gate = new QueryGate();
    private final Sandboxes processes = new Sandboxes();
    private final Path folder;
    private final Lake lake;
    private final Sandbox sandbox;

    /** One for all tests, which only ask. */
    SandboxTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        var story = new Story().joins("mem_1").joins("mem_2").says("mem_1");
        story.in("com_2").joins("mem_secret");
        lake = TestLake.of(folder, story.events());
        sandbox = new Sandbox(gate, lake);
    }

    @BeforeAll
    void start() {
        sandbox.start();
    }

    @AfterAll
    void stop() {
        sandbox.stop();
        assertThat(processes.alive()).isEmpty();
    }

    @Test
    void asksTheViewsOfOneCommunity() {
        QueryResult result = run("""
            WITH joined AS (SELECT json_text(payload, '$.memberId') AS member, position FROM events
                            WHERE name = 'member.membership.joined')
            SELECT member, position, DATE '2026-03-01' AS day FROM joined ORDER BY position DESC -- newest first;
            """);

        assertThat(result.columns())
                .containsExactly(
                        new QueryResult.Column("member", "VARCHAR"),
                        new QueryResult.Column("position", "BIGINT"),
                        new QueryResult.Column("day", "DATE"));
        assertThat(result.rows())
                .containsExactly(
                        "{\"member\":\"mem_2\",\"position\":3,\"day\":\"2026-03-01\"}",
                        "{\"member\":\"mem_1\",\"position\":1,\"day\":\"2026-03-01\"}");
        assertThat(run("SELECT count(*) AS n FROM memberships").rows()).containsExactly("{\"n\":2}");
    }

    @Test
    void answers10000RowsAndSaysThatThereWereMore() {
        QueryResult result = run("SELECT range AS n FROM range(10001)");

        assertThat(result.rows()).hasSize(10_000);
        assertThat(result.truncated()).isTrue();
        assertThat(run("SELECT range AS n FROM range(10000)").truncated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO '/tmp/evil.csv'",
                "COPY events TO '/tmp/evil.csv'",
                "ATTACH ':memory:' AS x",
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('/etc/passwd')",
                "SELECT * FROM read_parquet('x.parquet')",
                "SELECT * FROM glob('/etc/*')",
                "SELECT * FROM '/etc/passwd'",
                "SELECT * FROM \"/etc/passwd\"",
                "WITH \"/etc/passwd\" AS (SELECT 1) SELECT * FROM (SELECT * FROM \"/etc/passwd\")",
                "SELECT 1; SELECT 2",
                "SELECT 1; DROP VIEW events",
                "DROP VIEW events",
                "CREATE OR REPLACE VIEW events AS SELECT 1",
                "INSERT INTO events SELECT * FROM events",
                "PRAGMA database_list",
                "SET memory_limit = '8GB'",
                "RESET lock_configuration",
                "INSTALL httpfs",
                "LOAD httpfs",
                "EXPORT DATABASE '/tmp/evil'",
                "CALL pragma_version()",
                "EXPLAIN SELECT 1",
                "SELECT * FROM duckdb_settings()",
                "SELECT * FROM duckdb_views()",
                "SELECT (SELECT count(*) FROM duckdb_secrets())",
                "SELECT * FROM query('SELECT 1')",
                "SELECT * FROM query_table('events')",
                "SELECT * FROM information_schema.tables",
                "SELECT * FROM main.events",
                "SELECT * FROM temp.events",
                "SELECT current_setting('allowed_paths')",
                "SELECT getenv('HOME')",
                "SHOW TABLES",
                "DESCRIBE events",
                "SUMMARIZE events"
            })
    void refusesWhatIsNoQuestion(String query) {
        assertThatThrownBy(() -> gate.check(query)).isInstanceOf(QueryNotAllowed.class);
    }

    @Test
    void saysWhatIsWrongWithAQuery() {
        assertThatThrownBy(() -> run("SELEC 1")).isInstanceOf(QueryFailed.class).hasMessageContaining("SELEC");
        assertThatThrownBy(() -> run("SELECT nothing FROM events"))
                .isInstanceOf(QueryFailed.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void anErrorTellsNothingOfOtherCommunities() {
        assertThatThrownBy(() -> run("SELECT CAST(payload AS INTEGER) FROM events"))
                .isInstanceOf(QueryFailed.class)
                .hasMessage("query-failed[Conversion Error]");
        assertThat(run("SELECT * FROM events").rows()).hasSize(5).noneMatch(row -> row.contains("mem_secret"));
    }

    @Test
    void stopsARunawayCrossJoin() {
        Set<ProcessHandle> waiting = waiting();
        long began = System.nanoTime();

        assertThatThrownBy(() -> sandbox.run(RUNAWAY, "com_1", ALWAYS)).isInstanceOf(QueryTooSlow.class);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(LEAST, MOST);
        assertNothingIsLeftOfOne(waiting);
    }

    @Test
    void doesNotKeepAQueryWaitingForAProcessAnyLonger() {
        var withoutAny = new Sandbox(gate, lake);
        long began = System.nanoTime();

        assertThatThrownBy(() -> withoutAny.run("SELECT 1", "com_1", ALWAYS)).isInstanceOf(EngineNotReady.class);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(LEAST, MOST);
    }

    @Test
    void stopsAQueryThatNeedsTooMuchMemory() {
        Set<ProcessHandle> waiting = waiting();

        assertThatThrownBy(() -> run("SELECT list(range) FROM range(200000000)"))
                .isInstanceOf(QueryTooLarge.class);

        assertNothingIsLeftOfOne(waiting);
    }

    /** The gate before it is left out: the engine itself refuses too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM '/etc/passwd'",
                "SELECT * FROM glob('/etc/*')",
                "SELECT * FROM read_text('/etc/passwd')"
            })
    void theEngineReadsNoOtherFile(String query) {
        assertThatThrownBy(() -> runUnchecked(query)).isInstanceOf(QueryFailed.class);
    }

    @Test
    void theLakeIsReadOnly() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".parquet")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .noneMatch(permission -> permission.name().endsWith("WRITE")));
        }
    }

    @Test
    void rowsLeaveInEachFormat() throws Exception {
        var files = new DataFiles(new io.guildhall.analytics.metric.TestReader(lake).reader());
        QueryResult result = run("SELECT 'a,b' AS text, 7 AS number, TIMESTAMPTZ '2026-03-01 00:00:00Z' AS at_time");

        Path csv = files.rows(result, DataFormat.CSV);
        assertThat(Files.readString(csv)).startsWith("text,number,at_time\n\"a,b\",7,2026-03-01");
        Path lines = files.rows(result, DataFormat.NDJSON);
        assertThat(Files.readString(lines)).startsWith("{\"text\":\"a,b\",\"number\":7,");
        Path parquet = files.rows(result, DataFormat.PARQUET);
        assertThat(Files.readAllBytes(parquet)).startsWith('P', 'A', 'R', '1');
        Path events = files.events("com_1", ALWAYS, DataFormat.CSV);
        assertThat(Files.readAllLines(events)).hasSize(6);
        for (Path file : new Path[] {csv, lines, parquet, events}) {
            DataFiles.delete(file);
        }
    }

    private QueryResult run(String query) {
        return runUnchecked(gate.check(query));
    }

    /** With time enough on any machine. */
    private QueryResult runUnchecked(String query) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        return sandbox.runUnchecked(query, "com_1", ALWAYS, end);
    }

    /** Those of which the next query takes one. */
    private Set<ProcessHandle> waiting() {
        return await().until(processes::alive, alive -> alive.size() == Sandbox.AT_ONCE);
    }

    private void assertNothingIsLeftOfOne(Set<ProcessHandle> waited) {
        Set<ProcessHandle> alive = processes.alive();
        assertThat(alive).hasSizeLessThanOrEqualTo(Sandbox.AT_ONCE);
        alive.retainAll(waited);
        assertThat(alive).hasSize(Sandbox.AT_ONCE - 1);
    }
}
