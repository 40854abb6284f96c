package io.guildhall.local.cli;

import static io.guildhall.local.cli.StubServer.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.local.client.GuildhallClient;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Against a server that answers as the gateway and services do about dead letters, in little. */
class LettersCommandTest {

    private static final String FIRST = """
        {"id": "names/member.0/3", "follower": "names", "streamId": "mem_1", "event": "member.account.registered",
         "service": "member", "position": "member.0/3", "sequence": 0, "reason": "IllegalStateException: no such column",
         "at": "2026-03-01T00:00:00Z", "payload": "{\\"name\\":\\"‹personal›\\"}"}\
        """;
    private static final String SECOND = FIRST.replace("member.0/3", "member.0/4")
            .replace("IllegalStateException: no such column", "waits behind an earlier event of its stream")
            .replace("\"sequence\": 0", "\"sequence\": 1");
    private static final String UNREADABLE = """
        {"id": "guildhall.billing-0@7", "follower": "unreadable", "streamId": "null",
         "reason": "guildhall.billing-0@7 is not an event: The attribute id is missing", "at": "2026-03-02T00:00:00Z"}\
        """;
    private static final String DROPPED = FIRST.replace("member.0/3", "member.0/1")
            .replace(
                    "}\"}",
                    "}\", \"dropped\": {\"reason\": \"told by hand\", \"by\": \"mem_op\", \"at\":"
                            + " \"2026-03-03T00:00:00Z\"}}");

    @TempDir
    private Path folder = Path.of("");

    private final HttpServer server = StubServer.create();
    private final StringWriter errors = new StringWriter();
    private final List<String> decided = new ArrayList<>();
    private final Map<String, String> waiting =
            new TreeMap<>(Map.of("member", FIRST + "," + SECOND, "course", UNREADABLE));
    private String answer = "";
    private int ofBilling = 200;

    @BeforeEach
    void serve() {
        server.createContext("/api/ops/", this::serve);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void listsARowForEachStreamThatStandsStill() {
        assertThat(new LetterList(
                                letters().waiting(Letters.services(null)), false, Instant.parse("2026-03-03T02:00:00Z"))
                        .lines())
                .containsExactly(
                        "service  letter                 event                      behind it  for      why",
                        "member   names/member.0/3       member.account.registered  1          2 d 2 h "
                                + " IllegalStateException: no such column",
                        "course   guildhall.billing-0@7  none                       0          1 d 2 h "
                                + " guildhall.billing-0@7 is not an event: The attribute id is missing",
                        "",
                        "3 dead letters; ./guildhall letters explain LETTER says more of one.");
    }

    @Test
    void saysWhereNothingWaitsAndWhoIsSilent() {
        waiting.clear();
        ofBilling = 503;

        assertThat(new LetterList(letters().waiting(Letters.services(null)), false, Instant.EPOCH).lines())
                .containsExactly("No dead letters.", "billing answers 503 dependency-unavailable.");
        assertThat(execute("letters")).isEqualTo(9);
        assertThat(execute("letters member")).isZero();
    }

    /** A service tells a thousand at most. */
    @Test
    void saysThatThereMayBeMoreThanItWasTold() {
        waiting.put("member", String.join(",", Collections.nCopies(1_000, FIRST)));

        assertThat(new LetterList(letters().waiting(List.of("member")), false, Instant.EPOCH).lines())
                .contains("1000 dead letters or more; ./guildhall letters explain LETTER says more of one.");
        assertThat(execute("letters retry names/member.0/9")).isEqualTo(1);
        assertThat(errors.toString()).contains("among the first 1,000 of a service");
    }

    @Test
    void listsWhatWasDroppedByWhomAndWhy() {
        assertThat(new LetterList(letters().dropped(List.of("member")), true, Instant.EPOCH).lines())
                .containsExactly(
                        "service  letter            event                      by      because",
                        "member   names/member.0/1  member.account.registered  mem_op  told by hand",
                        "",
                        "Dropped: 1.");
        assertThat(execute("letters --dropped -o json")).isZero();
    }

    @Test
    void explainsALetterWithItsPlaceInTheQueueAndWhatCanBeDone() {
        assertThat(explained("names/member.0/4"))
                .containsSubsequence(
                        "letter  names/member.0/4 of member",
                        "event   member.account.registered at member.0/4",
                        "stream  mem_1, its event 1 from 0",
                        "for     names, which handles nothing more of this stream",
                        "why     waits behind an earlier event of its stream",
                        "since   2026-03-01 00:00:00 UTC",
                        "queue   behind names/member.0/3, which is the first of 2")
                .contains("  \"name\" : \"‹personal›\"", "./guildhall letters retry names/member.0/4");
        assertThat(explained("names/member.0/3")).contains("queue   first, 1 behind it");
        assertThat(execute("letters explain names/member.0/4 -o json")).isZero();
    }

    @Test
    void offersNoRetryOfWhatIsNoEvent() {
        assertThat(explained("guildhall.billing-0@7"))
                .contains("event   none: a record of another service's topic that cannot be read as one")
                .contains("./guildhall letters drop guildhall.billing-0@7 --reason TEXT")
                .noneMatch(line -> line.contains("retry"));
        assertThat(execute("letters retry guildhall.billing-0@7")).isEqualTo(1);
        assertThat(decided).isEmpty();
    }

    @Test
    void explainsWhatWasDropped() {
        assertThat(explained("names/member.0/1"))
                .contains("for      names", "dropped  2026-03-03 00:00:00 UTC by mem_op: told by hand");
        assertThat(execute("letters retry names/member.0/1")).isEqualTo(1);
        assertThat(decided).isEmpty();
    }

    @Test
    void retriesAStreamAndFailsWhereOneOfItWaitsStill() {
        assertThat(execute("letters retry names/member.0/3")).isZero();
        answer = SECOND;
        assertThat(execute("letters retry names/member.0/3")).isEqualTo(1);
        assertThat(decided)
                .containsExactly(
                        "member/dead-letters/retry?id=names%2Fmember.0%2F3 ",
                        "member/dead-letters/retry?id=names%2Fmember.0%2F3 ");
    }

    @Test
    void dropsWithAReasonAndNotUnasked() {
        assertThat(execute("letters drop names/member.0/3 --reason broken")).isEqualTo(2);
        assertThat(errors.toString()).contains("Nothing was dropped");
        assertThat(execute("letters drop names/member.0/3 --yes")).isEqualTo(2);
        assertThat(decided).isEmpty();

        assertThat(execute("letters drop names/member.0/3 --reason broken --yes"))
                .isZero();
        assertThat(decided).containsExactly("member/dead-letters/drop?id=names%2Fmember.0%2F3 {\"reason\":\"broken\"}");
    }

    @Test
    void asksWhoseLetterItIsWhereTwoHaveTheId() {
        waiting.put("course", FIRST);

        assertThat(execute("letters explain names/member.0/3")).isEqualTo(2);
        assertThat(errors.toString()).contains("[member, course]", "--service");
        assertThat(execute("letters explain names/member.0/3 --service course-service"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"letters kitchen, 2", "letters explain names/member.0/9, 1", "letters explain, 2"})
    void saysInItsExitCodeThatThereIsNone(String command, int code) {
        assertThat(execute(command)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "retry"})
    void doesNotSayThatThereIsNoneWhereSomebodyIsSilent(String command) {
        ofBilling = 503;
        assertThat(execute("letters " + command + " names/member.0/9")).isEqualTo(9);
        assertThat(errors.toString()).contains("billing=answers 503");
    }

    private List<String> explained(String id) {
        Letters letters = letters();
        List<String> services = Letters.services(null);
        return LetterExplanation.of(
                        letters.find(id, services), letters.waiting(services).letters())
                .lines();
    }

    private Letters letters() {
        return new Letters(new GuildhallClient(StubServer.origin(server)));
    }

    private int execute(String command) {
        return StubServer.execute(server, folder, errors, command);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().toString().substring("/api/ops/".length());
        String service = asked.substring(0, asked.indexOf('/'));
        if (exchange.getRequestMethod().equals("POST")) {
            decided.add(asked + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, items(answer));
        } else if (service.equals("billing") && ofBilling != 200) {
            answer(exchange, ofBilling, "{\"type\": \"/problems/dependency-unavailable\"}");
        } else if (asked.endsWith("/dropped")) {
            answer(exchange, 200, items(service.equals("member") ? DROPPED : ""));
        } else {
            answer(exchange, 200, items(waiting.getOrDefault(service, "")));
        }
    }

    private static String items(String letters) {
        return JsonMapper.shared().readTree("{\"items\": [" + letters + "]}").toString();
    }
}
