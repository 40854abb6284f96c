package io.guildhall.analytics;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.TestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What analysts keep and look up. */
class AnalystServiceTest extends OverHttp {

    private static final String QUERY = "SELECT name, count(*) AS n FROM events GROUP BY name ORDER BY name";
    private static final Map<String, Object> BARS = Map.of("kind", "BAR", "x", "name", "y", List.of("n"));

    private final String queries = base + "/sql/queries";
    private final Client analyst;

    AnalystServiceTest(@Autowired TestIssuer issuer) {
        super(issuer);
        analyst = nobody.somebody();
    }

    @BeforeEach
    void thereIsACommunityWithAnOwnerAndAnAnalyst() {
        role(owner, community, "owner");
        role(analyst, community, "analyst");
        tell();
        for (Client each : List.of(owner, analyst)) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> each.get(queries).expectStatus().isOk());
        }
    }

    @Test
    void whatOneSavesTheOthersOpenAndChange() {
        String path = saved(Map.of("name", " What happens ", "query", QUERY, "chart", BARS));
        await().untilAsserted(() -> {
            JsonNode seen = body(owner.get(path).expectStatus().isOk());
            assertThat(seen.path("name").asString()).isEqualTo("What happens");
            assertThat(seen.path("query").asString()).isEqualTo(QUERY);
            assertThat(seen.path("chart").path("kind").asString()).isEqualTo("BAR");
            assertThat(seen.path("chart").path("y").path(0).asString()).isEqualTo("n");
            assertThat(seen.path("savedBy").asString()).isEqualTo(analyst.id());
            assertThat(seen.path("version").asInt()).isEqualTo(1);
        });
        JsonNode answer = body(analyst.post(base + "/sql", Map.of("query", QUERY)));
        assertThat(answer.path("columns").size()).isEqualTo(2);

        owner.put(path, Map.of("version", 1, "name", "Events", "query", QUERY))
                .expectStatus()
                .isNoContent();
        await().untilAsserted(() -> {
            JsonNode items = body(analyst.get(queries)).path("items");
            assertThat(items.size()).isEqualTo(1);
            assertThat(items.path(0).path("name").asString()).isEqualTo("Events");
            assertThat(items.path(0).hasNonNull("chart")).isFalse();
            assertThat(items.path(0).path("version").asInt()).isEqualTo(2);
        });
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        String path = saved(Map.of("name", "Mine", "query", QUERY));
        var theirs = Map.of("version", 1, "name", "Theirs", "query", QUERY);
        owner.put(path, theirs).expectStatus().isNoContent();

        changed(analyst.put(path, theirs));
        changed(analyst.delete(path + "?version=1"));
        analyst.delete(path + "?version=2").expectStatus().isNoContent();
        analyst.delete(path + "?version=2").expectStatus().isNoContent();
        owner.put(path, Map.of("version", 2, "name", "Again", "query", QUERY))
                .expectStatus()
                .isNotFound();
        await().untilAsserted(() -> owner.get(path).expectStatus().isNotFound());
    }

    @Test
    void onlyWhatMayBeAskedIsSaved() {
        refused(Map.of("name", "x", "query", "DROP VIEW events"), "query-not-allowed");
        refused(Map.of("name", "x", "query", "SELECT * FROM read_csv('/etc/passwd')"), "query-not-allowed");
        refused(Map.of("name", "x", "query", "SELECT 1 AS n FORM events"), "query-failed");
        invalid(Map.of("name", " ", "query", QUERY), "/name");
        invalid(Map.of("name", "n".repeat(81), "query", QUERY), "/name");
        invalid(Map.of("name", "x", "query", ""), "/query");
        invalid(
                Map.of("name", "x", "query", QUERY, "chart", Map.of("kind", "BAR", "x", "name", "y", List.of())),
                "/chart/y");
        String path = saved(Map.of("name", "x", "query", QUERY));
        for (Object version : List.of("0", "-1", "one")) {
            analyst.delete(path + "?version=" + version)
                    .expectStatus()
                    .value(status -> assertThat(status).isBetween(400, 422));
        }
        analyst.put(path, Map.of("version", 1, "name", "x", "query", "SELECT 1; SELECT 2"))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void nobodyElseSeesThem() {
        String path = saved(Map.of("name", "Ours", "query", QUERY));
        String views = base + "/sql/views";
        for (String each : List.of(queries, path, views)) {
            nobody.get(each).expectStatus().isUnauthorized();
            stranger.get(each).expectStatus().isForbidden();
        }
        stranger.post(queries, Map.of("name", "x", "query", QUERY))
                .expectStatus()
                .isForbidden();
        stranger.delete(path + "?version=1").expectStatus().isForbidden();
        analyst.get(base + "/metrics").expectStatus().isForbidden();

        String elsewhere = Ids.next("com");
        role(stranger, elsewhere, "owner");
        tell();
        String theirs = path.replace(community, elsewhere);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> stranger.get(theirs).expectStatus().isNotFound());
        stranger.delete(theirs + "?version=1").expectStatus().isNotFound();
    }

    @Test
    void analystsAreToldWhatTheyMayRead() {
        JsonNode events = body(analyst.get(base + "/sql/views")).path("items").path(0);
        assertThat(events.path("name").asString()).isEqualTo("events");
        assertThat(events.path("help").path("zh-CN").asString()).isNotBlank();
        assertThat(events.path("columns").path(0).path("help").path("en").asString())
                .isNotBlank();
    }

    @Test
    void whoStartedReplaysFindsThemAgain() {
        String replay = body(owner.post("/api/analytics/replays", Map.of("communityId", community))
                        .expectStatus()
                        .isAccepted())
                .path("replayId")
                .asString();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode newest = body(owner.get("/api/analytics/replays?limit=1"))
                    .path("items")
                    .path(0);
            assertThat(newest.path("replayId").asString()).isEqualTo(replay);
            assertThat(newest.path("startedBy").asString()).isEqualTo(owner.id());
            assertThat(newest.path("status").asString()).isEqualTo("finished");
        });
        assertThat(body(analyst.get("/api/analytics/replays")).path("items").size())
                .isZero();
        nobody.get("/api/analytics/replays").expectStatus().isUnauthorized();
        owner.get("/api/analytics/replays?after=last").expectStatus().isEqualTo(422);
    }

    private String saved(Map<String, Object> query) {
        JsonNode saved = body(analyst.post(queries, query).expectStatus().isCreated());
        return queries + "/" + saved.path("queryId").asString();
    }

    private void refused(Map<String, Object> query, String code) {
        analyst.post(queries, query)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private void invalid(Map<String, Object> query, String pointer) {
        analyst.post(queries, query)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    private static void changed(org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec answer) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.code").isEqualTo("saved-query-changed");
    }
}
