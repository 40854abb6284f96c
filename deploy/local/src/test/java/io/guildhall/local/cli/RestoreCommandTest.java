package io.guildhall.local.cli;

import static io.guildhall.local.cli.StubServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
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

/** Against a server that answers as the gateway and a service do about restores, in little. */
class RestoreCommandTest {

    private static final String CLEAN = """
        {"clean": true, "events": 40, "checks": [{"name": "hole", "count": 0, "findings": []}]}\
        """;
    private static final String FOUND = """
        {"clean": false, "events": 40, "checks": [{"name": "hole", "count": 1, "findings": ["position 3"]}]}\
        """;

    @TempDir
    private Path folder = Path.of("");

    private final HttpServer server = StubServer.create();
    private final StringWriter errors = new StringWriter();
    private final List<String> asked = new ArrayList<>();

    /** What a look at the status finds, one after the other; the last stays. */
    private final Deque<Map.Entry<Integer, String>> views = new ArrayDeque<>();

    private String verified = CLEAN;
    private int beginning = 202;

    /** How often a restore of a log is not begun since another one runs. */
    private int notYet;

    /** What a look at the restore of a log finds, one after the other; the last stays. */
    private final Deque<String> restores = new ArrayDeque<>();

    @BeforeEach
    void serve() {
        server.createContext("/api/ops/", this::serve);
        server.start();
        views.add(Map.entry(200, status(0, 40, ", \"trouble\": \"OutOfOrderSequence\"")));
        views.add(Map.entry(503, "{}"));
        views.add(Map.entry(200, status(40, 0, "")));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void restoresATopicFollowsItThroughTroubleAndVerifiesIt() {
        assertThat(execute("restore topic member --yes")).isZero();
        assertThat(asked).containsExactly("POST member/restore/topic", "POST member/verify");
        assertThat(views).as("were all looked at").hasSize(1);
    }

    @Test
    void restoresALogThoughItBreaksOffAndVerifiesIt() {
        restores.add(restore("DONE", 40, ""));
        restores.add(restore("RUNNING", 10, ""));
        restores.add(restore("DONE", 40, ""));
        notYet = 1;

        assertThat(execute("restore log member --yes")).isZero();

        assertThat(asked)
                .as("an earlier one that is done is none of ours")
                .containsExactly("POST member/restore/log", "POST member/restore/log", "POST member/verify");
        assertThat(restores).hasSize(1);
    }

    @Test
    void saysWhatALogContradicts() {
        restores.add(restore("REFUSED", 3, "Position 4 of member.0 is another event in the log"));
        assertThat(execute("restore log member --yes")).isEqualTo(11);
        assertThat(errors.toString()).contains("Position 4 of member.0 is another event in the log");
    }

    @Test
    void failsWhereWhatWasRestoredIsNotEqual() {
        verified = FOUND;
        assertThat(execute("restore topic member --yes")).isEqualTo(1);
    }

    @Test
    void restoresNothingUnasked() {
        assertThat(execute("restore topic member")).isEqualTo(2);
        assertThat(errors.toString()).contains("Nothing was restored; --yes restores the topic unasked.");
        assertThat(asked).isEmpty();
    }

    @Test
    void saysInOneLineWhatIsRefused() {
        beginning = 409;
        assertThat(execute("restore topic member --yes")).isEqualTo(11);
        assertThat(errors.toString()).contains("Restore the log first.");
        assertThat(asked).containsExactly("POST member/restore/topic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"restore", "restore topic", "restore topic kitchen --yes", "restore cup member --yes"})
    void refusesWrongArguments(String command) {
        assertThat(execute(command)).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void tellsRateAndTimeLeft() {
        long begun = System.nanoTime();
        var bar = new RestoreBar();
        bar.line(0, 4_000, "", begun);

        assertThat(bar.line(
                                1_000,
                                4_000,
                                "it waits",
                                begun + Duration.ofSeconds(10).toNanos())
                        .text())
                .isEqualTo(
                        "  [#######" + "-".repeat(23) + "]  25 %  1,000 of 4,000 events  100/s  30 s left  it waits");
    }

    private static String restore(String state, long done, String reason) {
        return "{\"state\": \"%s\", \"done\": %d, \"total\": 40, \"appended\": 0, \"reason\": \"%s\"}"
                .formatted(state, done, reason);
    }

    private static String status(long published, long lag, String more) {
        return """
            {"logs": [{"name": "member.0", "head": 40, "published": %d, "lag": %d%s}]}\
            """.formatted(published, lag, more);
    }

    private int execute(String command) {
        return StubServer.execute(server, folder, errors, command);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring("/api/ops/".length());
        if (path.endsWith("/status")) {
            var view = views.size() > 1 ? views.removeFirst() : views.getFirst();
            answer(exchange, view.getKey(), view.getValue());
            return;
        }
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, restores.size() > 1 ? restores.removeFirst() : restores.getFirst());
            return;
        }
        asked.add(exchange.getRequestMethod() + " " + path);
        if (path.endsWith("/log") && notYet-- > 0) {
            answer(exchange, 409, "{\"type\": \"/problems/restore-running\"}");
            return;
        }
        if (path.endsWith("/verify")) {
            answer(exchange, 200, verified);
        } else {
            answer(
                    exchange,
                    beginning,
                    "{\"type\": \"/problems/topic-knows-more\", \"detail\": \"Restore the log first.\"}");
        }
    }
}
