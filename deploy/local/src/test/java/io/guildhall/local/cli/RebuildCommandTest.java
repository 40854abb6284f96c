package io.guildhall.local.cli;

import static io.guildhall.local.cli.StubServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.local.client.GuildhallClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Against a server that answers as the gateway and a service do about rebuilds, in little. */
class RebuildCommandTest {

    private static final String ALONE = "{\"projection\": \"profiles\", \"live\": 1}";
    private static final String EQUAL = "{\"documents\": 4000, \"different\": 0, \"moving\": 0, \"differences\": []}";
    private static final String DIFFERENT = """
        {"documents": 4000, "different": 2, "moving": 1, "differences": [
         {"collection": "profiles", "id": "mem_1", "kind": "DIFFERENT", "fields": ["name", "tags"]},
         {"collection": "profiles", "id": "mem_2", "kind": "MISSING", "fields": []}]}\
        """;

    @TempDir
    private Path folder = Path.of("");

    private final HttpServer server = StubServer.create();
    private final StringWriter errors = new StringWriter();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<String> decided = new ArrayList<>();

    /** What a look finds, one after the other; the last stays. */
    private final Deque<Map.Entry<Integer, String>> views = new ArrayDeque<>();

    private String compared = EQUAL;
    private int beginning = 202;

    @BeforeEach
    void serve() {
        server.createContext("/api/ops/", this::serve);
        server.start();
        views.add(Map.entry(200, beside("CAUGHT_UP", 4000, "")));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void followsARebuildThroughAnAbsenceOfTheServiceAndPrintsALineAtEachTenth() throws Exception {
        views.clear();
        views.add(Map.entry(200, beside("REBUILDING", 0, "")));
        views.add(Map.entry(200, beside("REBUILDING", 1200, ", \"eventsPerSecond\": 100.4, \"secondsLeft\": 28")));
        views.add(Map.entry(503, "{}"));
        views.add(Map.entry(200, beside("REBUILDING", 1300, "").replace("\"total\": 4000, ", "")));
        views.add(Map.entry(200, beside("REBUILDING", 1300, ", \"eventsPerSecond\": 100.4, \"secondsLeft\": 27")));
        views.add(Map.entry(200, beside("CAUGHT_UP", 4000, ", \"eventsPerSecond\": 90.0")));
        var out = new PrintStream(shown, true, StandardCharsets.UTF_8);

        new ReadModels(new GuildhallClient(StubServer.origin(server)), new Progress(out, false))
                .follow("member", "profiles");

        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "  [" + "-".repeat(30) + "]   0 %  0 of 4,000 events",
                        "  [#########" + "-".repeat(21) + "]  30 %  1,200 of 4,000 events  100/s  28 s left",
                        "  [" + "#".repeat(30) + "] 100 %  4,000 of 4,000 events  90/s");
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 409})
    void comparesWhatIsRebuiltOrWasBeingRebuiltAlreadyAndFailsWhereItDiffers(int begun) {
        beginning = begun;
        assertThat(execute("rebuild member profiles")).isZero();
        compared = DIFFERENT;
        assertThat(execute("rebuild member profiles -o json")).isEqualTo(1);
        assertThat(decided)
                .containsExactly(
                        "member/rebuilds/profiles",
                        "member/rebuilds/profiles/compare",
                        "member/rebuilds/profiles",
                        "member/rebuilds/profiles/compare");
    }

    @Test
    void tellsIdsAndFieldsOfWhatIsDifferent() {
        assertThat(ReadModels.compared(JsonMapper.shared().readTree(DIFFERENT)))
                .containsExactly(
                        "profiles mem_1: different in name, tags",
                        "profiles mem_2: missing",
                        "NOT equal: 4,000 documents, 2 different, 1 that moved too fast to compare.");
        assertThat(ReadModels.equal(JsonMapper.shared().readTree(EQUAL.replace("\"moving\": 0", "\"moving\": 1"))))
                .isFalse();
        assertThat(ReadModels.equal(JsonMapper.shared().readTree("{}"))).isFalse();
    }

    @Test
    void waitsForAComparisonThatTakesLong() {
        compared = "null";
        views.add(Map.entry(200, beside("CAUGHT_UP", 4000, "")));
        views.add(Map.entry(503, "{}"));
        views.add(Map.entry(200, beside("CAUGHT_UP", 4000, ", \"compared\": " + EQUAL)));

        assertThat(execute("rebuild member profiles")).isZero();
    }

    @Test
    void waitsNotForAComparisonThatFailedOrOfAnEditionThatIsGone() {
        compared = "null";
        views.add(Map.entry(200, beside("CAUGHT_UP", 4000, ", \"comparisonFailed\": \"RebuildBehind\"")));
        assertThat(execute("rebuild member profiles")).isEqualTo(9);
        assertThat(errors.toString()).contains("The comparison failed; start it again. RebuildBehind");

        for (String gone : List.of(ALONE, beside("CAUGHT_UP", 4000, "").replace("\"edition\": 2", "\"edition\": 3"))) {
            views.clear();
            views.add(Map.entry(200, beside("CAUGHT_UP", 4000, "")));
            views.add(Map.entry(200, gone));
            assertThat(execute("rebuild member profiles")).isEqualTo(11);
        }
        assertThat(errors.toString()).contains("Somebody switched or dropped an edition that was compared.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"switch?edition=2", "pause", "resume"})
    void decidesAboutTheEditionBesideAndBeginsNone(String what) {
        assertThat(execute("rebuild member profiles --" + what.replaceAll("\\?.*", "")))
                .isZero();
        assertThat(decided).containsExactly("member/rebuilds/profiles/" + what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--switch", "--drop --yes"})
    void saysThatThereIsNoOtherEdition(String what) {
        views.clear();
        views.add(Map.entry(200, ALONE));
        assertThat(execute("rebuild member profiles " + what)).isEqualTo(11);
        assertThat(errors.toString()).contains("There is no other edition of profiles;");
        assertThat(decided).isEmpty();
    }

    @Test
    void dropsNothingUnasked() {
        assertThat(execute("rebuild member profiles --drop")).isEqualTo(2);
        assertThat(errors.toString()).contains("Nothing was dropped; --yes drops edition 2");
        assertThat(decided).isEmpty();

        assertThat(execute("rebuild member profiles --drop --yes")).isZero();
        assertThat(decided).containsExactly("member/rebuilds/profiles/drop?edition=2");
    }

    @Test
    void listsARowForEachReadModel() {
        var model = JsonMapper.shared();
        assertThat(ReadModels.table(Map.of(
                        "member", List.of(model.readTree(ALONE), model.readTree(beside("CAUGHT_UP", 4000, ""))))))
                .containsExactly(
                        "service  read model  live  beside  state      events",
                        "member   profiles    1     -       -          -",
                        "member   profiles    1     2       caught up  4,000 of 4,000");
        assertThat(ReadModels.events(model.readTree("{\"done\": 1200}"))).isEqualTo("1,200 of ?");
        assertThat(execute("rebuild")).isZero();
        assertThat(execute("rebuild member")).isZero();
    }

    @Test
    void saysInOneLineWhatIsRefused() {
        views.clear();
        views.add(Map.entry(200, beside("PAUSED", 10, "")));
        assertThat(execute("rebuild member profiles --switch")).isEqualTo(11);
        assertThat(errors.toString()).contains("./guildhall rebuild member profiles --resume lets it go on.");

        views.clear();
        views.add(Map.entry(404, "{\"type\": \"/problems/not-found\"}"));
        assertThat(execute("rebuild member sails --switch")).isEqualTo(2);
        assertThat(errors.toString())
                .contains("member has no read model sails; ./guildhall rebuild member lists them.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rebuild kitchen",
                "rebuild member --drop",
                "rebuild member profiles --pause --resume",
                "rebuild a b c"
            })
    void refusesWrongArguments(String command) {
        assertThat(execute(command)).isEqualTo(2);
        assertThat(decided).isEmpty();
    }

    private static String beside(String state, long done, String more) {
        return """
            {"projection": "profiles", "live": 1, "beside":
             {"edition": 2, "state": "%s", "served": false, "done": %d, "total": 4000, "deadLetters": 0%s}}\
            """.formatted(state, done, more);
    }

    private int execute(String command) {
        return StubServer.execute(server, folder, errors, command);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().toString().substring("/api/ops/".length());
        if (exchange.getRequestMethod().equals("POST")) {
            decided.add(asked);
            answerTo(asked, exchange);
        } else if (asked.endsWith("/rebuilds")) {
            answer(exchange, 200, "{\"items\": [" + ALONE + "]}");
        } else {
            var view = views.size() > 1 ? views.removeFirst() : views.getFirst();
            answer(exchange, view.getKey(), view.getValue());
        }
    }

    private void answerTo(String decision, HttpExchange exchange) throws IOException {
        if (decision.endsWith("/profiles")) {
            answer(exchange, beginning, "{\"type\": \"/problems/rebuild-running\"}");
        } else {
            answer(exchange, 200, beside("CAUGHT_UP", 4000, ", \"compared\": " + compared));
        }
    }
}
