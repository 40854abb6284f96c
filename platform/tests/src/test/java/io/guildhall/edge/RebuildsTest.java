package io.guildhall.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How an operator has a read model rebuilt beside the live one. */
class RebuildsTest extends EdgeTest {

    private static final String REBUILDS = "/ops/rebuilds";
    private static final String TALLIES = REBUILDS + "/tallies";

    @BeforeEach
    void operate() {
        makeOperator();
    }

    /** Nor does anything follow beside the first edition, on which other tests rely. */
    @AfterEach
    void nothingIsLeftBeside() {
        ask("POST", TALLIES + "/drop");
        Bson held = Filters.and(Filters.regex("_id", "^follower/tallies\\."), Filters.gt("until", new Date()));
        await().until(() -> mongo.getCollection("leases").countDocuments(held) == 0);
    }

    private HttpResponse<String> ask(String method, String path) {
        return edge.send(method, path, "mem_op", BodyPublishers.noBody());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return JsonMapper.shared().readTree(answer.body());
    }

    private JsonNode caughtUp() {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        json(ask("GET", TALLIES)).at("/beside/state").asString().equals("CAUGHT_UP"));
        return json(ask("GET", TALLIES));
    }

    @Test
    void isBegunComparedSwitchedAndDropped() {
        String tally =
                edge.post("/tallies", "").headers().firstValue("Location").orElseThrow();
        edge.post(tally + "/counts", "{\"by\":7}");
        int live = json(ask("GET", TALLIES)).path("live").asInt();

        JsonNode begun = json(ask("POST", TALLIES));
        assertThat(begun.at("/beside/by").asString()).isEqualTo("mem_op");
        int next = caughtUp().at("/beside/edition").asInt();
        assertThat(next).isGreaterThan(live);
        JsonNode compared = json(ask("POST", TALLIES + "/compare")).at("/beside/compared");
        assertThat(compared.path("differences").valueStream())
                .as("but what other tests made a live edition miss")
                .noneMatch(different -> tally.endsWith(different.path("id").asString()));
        assertThat(compared.path("documents").asInt()).isPositive();

        JsonNode switched = json(ask("POST", TALLIES + "/switch"));
        assertThat(switched.path("live").asInt()).isEqualTo(next);
        assertThat(switched.at("/beside/edition").asInt()).isEqualTo(live);
        assertThat(json(edge.get(tally)).path("total").asInt()).isEqualTo(7);
        assertThat(json(ask("POST", TALLIES + "/switch")).path("live").asInt()).isEqualTo(live);

        assertThat(json(ask("POST", TALLIES + "/drop")).path("beside").isObject())
                .isFalse();
        assertThat(json(ask("GET", REBUILDS)).path("items").valueStream())
                .extracting(model -> model.path("projection").asString())
                .contains("tallies");
    }

    @Test
    void tellsEachRefusalByName() {
        assertRefused("no-rebuild", ask("POST", TALLIES + "/switch"));
        assertRefused("no-rebuild", ask("POST", TALLIES + "/drop"));
        ask("POST", TALLIES);
        assertRefused("rebuild-running", ask("POST", TALLIES));
        assertThat(json(ask("POST", TALLIES + "/pause")).at("/beside/state").asString())
                .isEqualTo("PAUSED");
        assertRefused("rebuild-paused", ask("POST", TALLIES + "/switch"));
        json(ask("POST", TALLIES + "/resume"));
        caughtUp();
    }

    private static void assertRefused(String problem, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("/problems/" + problem).contains("tallies");
    }

    @Test
    void isForOperatorsAndKnowsOnlyReadModels() {
        assertThat(edge.get(REBUILDS).statusCode()).isEqualTo(403);
        assertThat(edge.post(TALLIES, "").statusCode()).isEqualTo(403);
        assertThat(ask("GET", REBUILDS + "/sails").statusCode()).isEqualTo(404);
        assertThat(ask("POST", REBUILDS + "/sails").statusCode()).isEqualTo(404);
    }
}
