package io.guildhall.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.edge.TallyCommand.Count;
import io.guildhall.platform.due.DueDates;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees of commands that were refused when their date had come, and what he decides about them. */
class DueDatesDeskTest extends EdgeTest {

    private static final String DUE = "/ops/due-dates";
    private static final String BECAUSE = "{\"reason\":\"counted by hand\"}";

    @Autowired
    DueDates dates;

    private String tally;

    @BeforeEach
    void openATally() {
        makeOperator();
        String opened =
                edge.post("/tallies", "").headers().firstValue("Location").orElseThrow();
        tally = opened.substring("/tallies/".length());
    }

    @AfterEach
    void nothingStays() {
        mongo.getCollection("due_dates").deleteMany(new Document());
    }

    private void tooMuchIsDue(String id) {
        dates.at(id, Instant.EPOCH, new Count(tally, Tally.MOST + 1));
    }

    @Test
    void listsWhatWasRefusedPageByPageAndCountsIt() {
        Stream.of("a", "b", "c").forEach(this::tooMuchIsDue);
        await().atMost(Duration.ofSeconds(30)).until(() -> stuck().size() == 3);

        JsonNode first = json(ask("GET", DUE + "?limit=2", ""));
        JsonNode next =
                json(ask("GET", DUE + "?limit=2&after=" + first.at("/page/next").asString(), ""));

        assertThat(ids(first)).containsExactly("a", "b");
        assertThat(ids(next)).containsExactly("c");
        assertThat(next.at("/page/hasMore").asBoolean()).isFalse();
        JsonNode refused = next.at("/items/0");
        assertThat(refused.path("command").asString()).isEqualTo("edge.tally.count");
        assertThat(refused.path("reason").asString()).isEqualTo("tally-full[100]");
        assertThat(refused.path("payload").asString()).contains(tally);
        assertThat(json(ask("GET", "/ops/status", "")).path("stuckDueDates").asInt())
                .isEqualTo(3);
        assertThat(edge.get("/actuator/prometheus").body()).containsPattern("(?m)^guildhall_due_stuck\\{[^}]*} 3.0$");
    }

    @Test
    void sendsItAgainWhereAnOperatorSaysSo() {
        tooMuchIsDue("a");
        await().atMost(Duration.ofSeconds(30)).until(() -> stuck().size() == 1);
        JsonNode before = stuck().getFirst();

        assertThat(ask("POST", DUE + "/retry?id=a", "").statusCode()).isEqualTo(202);

        await().atMost(Duration.ofSeconds(30)).until(() -> stuck().size() == 1);
        assertThat(stuck().getFirst().path("attempts").asInt())
                .isEqualTo(before.path("attempts").asInt() + 1);
        dates.at("a", Instant.EPOCH, new Count(tally, 1)); // the cause is gone
        await().atMost(Duration.ofSeconds(30))
                .until(() -> edge.get("/tallies/" + tally).body().contains("\"total\":1"));
        assertThat(stuck()).isEmpty();
    }

    @Test
    void keepsWhoDroppedItAndWhy() {
        tooMuchIsDue("a");
        await().atMost(Duration.ofSeconds(30)).until(() -> stuck().size() == 1);

        assertThat(ask("POST", DUE + "/drop?id=a", "{}").statusCode()).isEqualTo(422);
        assertThat(ask("POST", DUE + "/drop?id=a", BECAUSE).statusCode()).isEqualTo(204);

        assertThat(stuck()).isEmpty();
        JsonNode dropped = json(ask("GET", DUE + "/dropped", "")).at("/items/0");
        assertThat(dropped.path("id").asString()).isEqualTo("a");
        assertThat(dropped.at("/dropped/reason").asString()).isEqualTo("counted by hand");
        assertThat(dropped.at("/dropped/by").asString()).isEqualTo("mem_op");
    }

    @Test
    void isForOperatorsAndKnowsOnlyWhatIsStuck() {
        dates.at("later", Instant.now().plus(Duration.ofDays(1)), new Count(tally, 1));

        assertThat(edge.get(DUE).statusCode()).isEqualTo(403);
        assertThat(edge.post(DUE + "/retry?id=later", "").statusCode()).isEqualTo(403);
        assertThat(ask("POST", DUE + "/retry?id=later", "").statusCode()).isEqualTo(404);
        assertThat(ask("POST", DUE + "/drop?id=none", BECAUSE).statusCode()).isEqualTo(404);
    }

    private List<JsonNode> stuck() {
        return json(ask("GET", DUE, "")).path("items").valueStream().toList();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        return edge.send(method, path, "mem_op", BodyPublishers.ofString(body));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
