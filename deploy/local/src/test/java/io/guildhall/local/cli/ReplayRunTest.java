package io.guildhall.local.cli;

import static io.guildhall.local.cli.StubServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Refused;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a server that answers as the gateway and analytics-service do, in little. */
class ReplayRunTest {

    private static final String AS_OF = "2026-03-31T12:00:00Z";
    private static final String DONE = """
        {"replayId": "rpl_1", "status": "finished", "done": 4000, "total": 4000, "percent": 100,
         "events": 3999, "missing": 0, "surplus": 0}\
        """;

    private final HttpServer server = StubServer.create();
    private final GuildhallClient client = new GuildhallClient(StubServer.origin(server));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ReplayRun run =
            new ReplayRun(client, new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), false));

    /** Status and body, one for each look; the last stays. */
    private final Deque<Map.Entry<Integer, String>> views = new ArrayDeque<>();

    private int lag = 2;

    @BeforeEach
    void serve() {
        server.createContext("/api/analytics/lake", exchange -> {
            answer(exchange, 200, "{\"lag\": %d, \"newest\": \"%s\"}".formatted(lag, AS_OF));
            lag = Math.max(0, lag - 1);
        });
        server.createContext("/api/analytics/replays", exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 202, "{\"replayId\": \"rpl_1\"}");
                return;
            }
            var view = views.size() > 1 ? views.removeFirst() : views.getFirst();
            answer(exchange, view.getKey(), view.getValue());
        });
        server.createContext("/api/communities/com_1/metrics", exchange -> {
            String asked = exchange.getRequestURI().toString();
            answer(
                    exchange,
                    200,
                    asked.endsWith("/metrics")
                            ? "{\"items\": [{\"name\": \"churn\", \"version\": 2}]}"
                            : "{\"asked\": \"%s\", \"value\": 0.5}".formatted(asked));
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void followsAReplayThroughAnAbsenceOfTheServiceAndPrintsALineAtEachTenth() throws Exception {
        views.add(Map.entry(404, "{}"));
        views.add(Map.entry(200, running(0, 0, 0)));
        views.add(Map.entry(200, running(1200, 4000, 30)));
        views.add(Map.entry(503, "{}"));
        views.add(Map.entry(200, running(1300, 4000, 32)));
        views.add(Map.entry(200, DONE));

        JsonNode replay = run.follow();

        assertThat(replay.path("events").asLong()).isEqualTo(3999);
        assertThat(run.took()).isGreaterThan(Duration.ofMillis(900));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("  [" + "-".repeat(30) + "]   0 %  counting"),
                        line -> assertThat(line)
                                .startsWith("  [#########" + "-".repeat(21) + "]  30 %  1,200 of 4,000 events  ")
                                .matches(".*/s  \\d+ s left"),
                        line -> assertThat(line)
                                .startsWith("  [" + "#".repeat(30) + "] 100 %  4,000 of 4,000 events  ")
                                .endsWith("/s"));
    }

    @Test
    void saysInOneLineThatAnotherRuns() {
        server.removeContext("/api/analytics/replays");
        server.createContext(
                "/api/analytics/replays",
                exchange -> answer(
                        exchange,
                        409,
                        "{\"type\": \"/problems/replay-running\", \"detail\": \"The replay rpl_7 is still"
                                + " running.\"}"));

        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(run::follow)
                .withMessage("The replay rpl_7 is still running.")
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ExitCode.REFUSED));
    }

    @Test
    void saysWhatTheServiceRefuses() {
        views.add(Map.entry(403, "{\"type\": \"/problems/forbidden\"}"));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(run::follow)
                .withMessage("GET /api/analytics/replays/rpl_1: 403 forbidden");
    }

    @Test
    void waitsUntilTheLakeHoldsEveryEvent() throws Exception {
        assertThat(run.awaitWholeLake()).isEqualTo(AS_OF);
        assertThat(lag).isZero();
    }

    @Test
    void asksForEveryMetricOverTheSameDaysAsKnownAtTheSameMoment() {
        assertThat(MetricNumbers.of(client, "com_1", AS_OF).ask())
                .hasEntrySatisfying(
                        "churn v2",
                        churn -> assertThat(churn.path("asked").asString())
                                .isEqualTo("/api/communities/com_1/metrics/churn?from=2026-01-01&to=2026-04-01"
                                        + "&asOf=2026-03-31T12%3A00%3A00Z&version=2"));
    }

    @Test
    void equalNumbersAndEventsAreEqual() {
        Map<String, JsonNode> before = Map.of("churn v1", json("{\"value\": 0.5, \"eventCount\": 3, \"asOf\": 1}"));
        Map<String, JsonNode> after = Map.of("churn v1", json("{\"value\": 0.5, \"eventCount\": 3, \"asOf\": 2}"));

        ReplayResult result = result(DONE, before, after);

        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(result.lines())
                .containsExactly(
                        "metric    before  after  events before  after",
                        "churn v1  0.5     0.5    3              3      equal",
                        "Equal: 3,999 events in 1.5 s, 0 missing, 0 surplus; 1 of 1 metrics equal.");
        assertThat(result.document()).containsEntry("equal", true).containsEntry("communityId", "com_1");
    }

    @Test
    void whateverDiffersIsShownAndFails() {
        JsonNode half = json("{\"value\": 0.5, \"eventCount\": 3}");
        Map<String, JsonNode> before = Map.of("churn v1", half, "n0 v1", half, "rating v1", half);
        Map<String, JsonNode> after = Map.of(
                "churn v1",
                json("{\"value\": 0.5, \"eventCount\": 4}"),
                "n0 v1",
                json("{\"value\": null, \"undefinedReason\": \"no-members\", \"eventCount\": 3}"));

        ReplayResult result = result(DONE, before, after);

        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.lines())
                .anySatisfy(line -> assertThat(line).matches("n0 v1 +0.5 +no-members +3 +3 +DIFFERENT"))
                .anySatisfy(line -> assertThat(line).matches("rating v1 +0.5 +- +3 +- +DIFFERENT"))
                .last()
                .asString()
                .startsWith("NOT equal: ")
                .endsWith("; 0 of 3 metrics equal.");
    }

    @Test
    void aMissingEventFailsWhateverTheMetricsSay() {
        Map<String, JsonNode> same = Map.of("churn v1", json("{\"value\": 0.5}"));

        assertThat(result(DONE.replace("\"missing\": 0", "\"missing\": 1"), same, same)
                        .code())
                .isEqualTo(ExitCode.FAILED);
        assertThat(result(DONE.replace("\"surplus\": 0", "\"surplus\": 1"), same, same)
                        .code())
                .isEqualTo(ExitCode.FAILED);
    }

    private static ReplayResult result(String replay, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        return new ReplayResult(json(replay), Duration.ofMillis(1500), Optional.of("com_1"), before, after);
    }

    private static String running(long done, long total, int percent) {
        return "{\"status\": \"running\", \"done\": %d, \"total\": %d, \"percent\": %d}"
                .formatted(done, total, percent);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
