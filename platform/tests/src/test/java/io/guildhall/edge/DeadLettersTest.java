package io.guildhall.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.edge.TallyEvent.Counted;
import io.guildhall.edge.TallyEvent.Opened;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees of events that a read model cannot handle, and what he decides about them. */
class DeadLettersTest extends EdgeTest {

    private static final String LETTERS = "/ops/dead-letters";
    private static final String BECAUSE = "{\"reason\":\"counted by hand\"}";

    private String tally;
    private Counted poison;

    @BeforeEach
    void anEventIsPoison() {
        makeOperator();
        TallyProjection.TOLD.clear();
        tally = open();
        poison = new Counted(tally, 1);
        TallyProjection.POISON.put(poison, new IllegalStateException("no such column"));
        count(tally, 1);
        await().until(() -> waiting().size() == 1);
    }

    @AfterEach
    void nothingStays() {
        TallyProjection.POISON.clear();
        waiting().forEach(letter -> decide("retry", letter, ""));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void parksAPoisonEventWithItsReasonAndTheStreamBehindItAndNoOther() {
        count(tally, 2);
        String other = open();
        count(other, 5);

        await().until(() -> total(other) == 5);
        assertThat(total(tally)).isZero();
        List<JsonNode> letters = waiting();
        assertThat(letters).extracting(each -> text(each, "streamId")).containsExactly(tally, tally);
        assertThat(letters).extracting(each -> text(each, "follower")).containsOnly("tallies");
        assertThat(letters).extracting(each -> text(each, "event")).containsOnly("edge.tally.counted");
        assertThat(letters).extracting(each -> text(each, "service")).containsOnly("edge");
        assertThat(letters).extracting(each -> each.path("sequence").asInt()).containsExactly(1, 2);
        assertThat(letters)
                .allSatisfy(each -> assertThat(text(each, "position")).startsWith("edge.0/"));
        assertThat(letters)
                .extracting(each -> text(each, "reason"))
                .containsExactly(
                        "IllegalStateException: no such column", "waits behind an earlier event of its stream");
        assertThat(json(ask("GET", "/ops/status", "")).path("deadLetters").asInt())
                .isEqualTo(items(ask("GET", LETTERS, "")).size());
    }

    @Test
    void keepsBothWhereARetryFailsAndHandlesThemInOrderOnceTheCauseIsGone() {
        count(tally, 2);
        await().until(() -> waiting().size() == 2);
        TallyProjection.POISON.put(poison, new IllegalStateException("still no column"));

        assertThat(items(decide("retry", waiting().getLast(), ""))).hasSize(2);
        assertThat(text(waiting().getFirst(), "reason")).contains("still no column");
        assertThat(total(tally)).isZero();

        TallyProjection.POISON.clear();
        assertThat(items(decide("retry", waiting().getFirst(), ""))).isEmpty();
        assertThat(TallyProjection.TOLD).endsWith(poison, new Counted(tally, 3));
        assertThat(total(tally)).isEqualTo(3);

        count(tally, 4);
        await().until(() -> total(tally) == 7);
    }

    @Test
    void letsTheStreamGoOnBehindAnEventThatWasDroppedAndKeepsWhoDroppedItAndWhy() {
        count(tally, 2);
        await().until(() -> waiting().size() == 2);

        assertThat(items(decide("drop", waiting().getFirst(), BECAUSE))).isEmpty();

        assertThat(TallyProjection.TOLD).containsExactly(new Opened(tally), new Counted(tally, 3));
        assertThat(total(tally)).isEqualTo(3);
        assertThat(items(ask("GET", LETTERS + "/dropped", "")))
                .filteredOn(each -> text(each, "streamId").equals(tally))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(text(letter, "reason")).isEqualTo("IllegalStateException: no such column");
                    assertThat(letter.at("/dropped/reason").asString()).isEqualTo("counted by hand");
                    assertThat(letter.at("/dropped/by").asString()).isEqualTo("mem_op");
                });
    }

    @Test
    void dropsNothingWithoutAReason() {
        HttpResponse<String> refused = decide("drop", waiting().getFirst(), "{\"reason\":\" \"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("validation-failed").contains("\"/reason\"");
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void isForOperatorsAndKnowsOnlyWhatWaits() {
        assertThat(edge.get(LETTERS).statusCode()).isEqualTo(403);
        assertThat(ask("POST", LETTERS + "/retry?id=none", "").statusCode()).isEqualTo(404);
        assertThat(ask("POST", LETTERS + "/drop?id=none", BECAUSE).statusCode()).isEqualTo(404);
    }

    private String open() {
        String opened =
                edge.post("/tallies", "").headers().firstValue("Location").orElseThrow();
        return opened.substring("/tallies/".length());
    }

    private void count(String tallyId, int by) {
        assertThat(edge.post("/tallies/" + tallyId + "/counts", "{\"by\":%d}".formatted(by))
                        .statusCode())
                .isEqualTo(204);
    }

    private int total(String tallyId) {
        return json(edge.get("/tallies/" + tallyId)).path("total").asInt();
    }

    /** Those of this test's stream. */
    private List<JsonNode> waiting() {
        return items(ask("GET", LETTERS, "")).stream()
                .filter(letter -> text(letter, "streamId").equals(tally))
                .toList();
    }

    private HttpResponse<String> decide(String what, JsonNode letter, String body) {
        return ask("POST", LETTERS + "/" + what + "?id=" + text(letter, "id"), body);
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        return edge.send(method, path, "mem_op", BodyPublishers.ofString(body));
    }

    private static List<JsonNode> items(HttpResponse<String> answer) {
        return json(answer).path("items").valueStream().toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String text(JsonNode letter, String name) {
        return letter.path(name).asString();
    }
}
