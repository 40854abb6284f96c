package io.guildhall.analytics;

import static io.guildhall.platform.testing.Client.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.TestIssuer;
import io.guildhall.platform.testing.contract.ApiContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What owners and operators are answered. */
class AnalyticsServiceTest extends OverHttp {

    private static final String MARCH = "?from=2026-03-01&to=2026-04-01";

    AnalyticsServiceTest(@Autowired TestIssuer issuer) {
        super(issuer);
    }

    @BeforeEach
    void thereIsACommunityWithAnOwner() {
        STORY.in(community).at("2026-01-05T08:00:00Z");
        role(owner, community, "owner");
        STORY.joins("mem_1")
                .joins("mem_2")
                .at("2026-03-10T08:00:00Z")
                .joins("mem_3")
                .leaves("mem_1");
        tell();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            owner.get(base + "/metrics").expectStatus().isOk();
            assertThat(number("n2")).isEqualTo(1);
        });
    }

    @Test
    void ownersAreAnsweredWithAllThatIsNeededToCheck() {
        JsonNode churn = body(owner.get(base + "/metrics/churn" + MARCH + "&zone=Asia/Shanghai"));
        assertThat(churn.path("value").asDouble()).isEqualTo(0.5);
        assertThat(churn.path("numerator").asInt()).isEqualTo(1);
        assertThat(churn.path("denominator").asInt()).isEqualTo(2);
        assertThat(churn.path("definitionVersion").asInt()).isEqualTo(1);
        assertThat(churn.path("unit").asString()).isEqualTo("ratio");
        assertThat(churn.path("window").path("zone").asString()).isEqualTo("Asia/Shanghai");
        assertThat(churn.path("eventCount").asInt()).isEqualTo(3);
        assertThat(churn.hasNonNull("asOf")).isTrue();
        assertThat(churn.hasNonNull("freshness")).isTrue();

        JsonNode undefined = body(owner.get(base + "/metrics/satisfaction" + MARCH));
        assertThat(undefined.path("value").isNull() || undefined.path("value").isMissingNode())
                .isTrue();
        assertThat(undefined.path("undefinedReason").asString()).isEqualTo("no-answers");

        JsonNode first = body(owner.get(base + "/metrics/churn/explain" + MARCH + "&limit=2"));
        assertThat(first.path("items").size()).isEqualTo(2);
        String next = first.path("page").path("next").asString();
        JsonNode rest = body(owner.get(base + "/metrics/churn/explain" + MARCH + "&limit=2&after=" + next));
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.path("items").path(0).path("name").asString()).isEqualTo("member.membership.churned");

        JsonNode all = body(owner.get(base + "/metrics"));
        assertThat(all.path("items").size()).isEqualTo(28);
        assertThat(all.path("items").path(0).path("help").path("zh-CN").asString())
                .isNotBlank();
    }

    @Test
    void ownersAreToldWhatHappenedLately() {
        JsonNode counts = body(owner.get(base + "/events/counts?days=31"));
        assertThat(Duration.between(
                        Instant.parse(counts.path("after").asString()),
                        Instant.parse(counts.path("until").asString())))
                .isEqualTo(Duration.ofDays(31));
        for (String days : List.of("0", "32", "-1")) {
            owner.get(base + "/events/counts?days=" + days)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/days");
        }
    }

    @Test
    void keepsItsApi(@Autowired ApiContract api) {
        api.check();
    }

    @Test
    void nobodyElseIsAnswered() {
        for (String path : List.of(
                "/metrics", "/metrics/n0" + MARCH, "/metrics/n0/explain" + MARCH, "/events/counts", "/events/export")) {
            nobody.get(base + path).expectStatus().isUnauthorized();
            stranger.get(base + path).expectStatus().isForbidden();
        }
        stranger.post(base + "/sql", "{\"query\": \"SELECT 1\"}").expectStatus().isForbidden();
        stranger.post("/api/analytics/replays", "{}").expectStatus().isForbidden();
        stranger.post("/api/analytics/replays", "{\"communityId\": \"" + community + "\"}")
                .expectStatus()
                .isForbidden();
        owner.get("/api/analytics/lake").expectStatus().isForbidden();
        owner.get("/api/analytics/events?ids=evt_1").expectStatus().isForbidden();
    }

    @Test
    void operatorsFindAnEventByItsId() {
        Client operator = nobody.somebody();
        role(operator, "*", "operator");
        tell();
        String event = STORY.events().getLast().fact().eventId();
        await().untilAsserted(() -> operator.get("/api/analytics/events?ids=none," + event)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].name")
                .isEqualTo("member.role.granted"));
        operator.get("/api/analytics/events?ids=" + "x,".repeat(101))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/ids");
    }

    @Test
    void badQuestionsAreRefused() {
        String n0 = base + "/metrics/n0";
        owner.get(base + "/metrics/nothing" + MARCH).expectStatus().isNotFound();
        owner.get(n0 + MARCH + "&version=2").expectStatus().isNotFound();
        for (String bad : List.of(
                "",
                "?from=2026-03-01",
                "?from=2026-04-01&to=2026-04-01",
                "?from=soon&to=2026-04-01",
                MARCH + "&zone=Atlantis",
                MARCH + "&zone=Z",
                MARCH + "&zone=%2B08:00",
                MARCH + "&days=0",
                MARCH + "&asOf=yesterday")) {
            owner.get(n0 + bad)
                    .expectStatus()
                    .value(status -> assertThat(status).as(bad).isBetween(400, 422));
        }
        owner.get(n0 + "/explain" + MARCH + "&after=' OR 1=1").expectStatus().isEqualTo(422);
        owner.get(base + "/events/export?format=xml").expectStatus().isEqualTo(422);
    }

    @Test
    void ownersAskInSqlAndGetTheirFormat() {
        String sql = base + "/sql";
        String query = "{\"query\": \"SELECT name, count(*) AS n FROM events GROUP BY name ORDER BY name\"}";
        JsonNode rows = body(owner.post(sql, query));
        assertThat(rows.path("rows").path(0).path("name").asString()).isEqualTo("member.membership.activated");
        assertThat(rows.path("rows").path(0).path("n").asInt()).isEqualTo(3);
        assertThat(rows.path("truncated").asBoolean()).isFalse();

        assertThat(text(owner.post(sql + "?format=csv", query))).startsWith("name,n\nmember.membership.activated,3\n");
        assertThat(text(owner.post(sql, query, "Accept", "application/x-ndjson")))
                .startsWith("{\"name\":\"member.membership.activated\",\"n\":3}\n");
        assertThat(text(owner.post(sql, query, "Accept", "application/vnd.apache.parquet")))
                .startsWith("PAR1");
        assertThat(text(owner.get(base + "/events/export?format=csv")).lines()).hasSize(9);
        assertThat(text(owner.get(base + "/events/export?from=2026-03-01&to=2026-04-01"))
                        .lines())
                .hasSize(3);
        assertThat(text(owner.get(base + "/events/export?format=parquet"))).startsWith("PAR1");
    }

    @Test
    void whatIsNoQuestionHasItsProblem() {
        problem("COPY (SELECT 1) TO '/tmp/x'", "query-not-allowed");
        problem("ATTACH '/tmp/x.db'", "query-not-allowed");
        problem("SELECT * FROM read_csv('/etc/passwd')", "query-not-allowed");
        problem("SELECT 1; SELECT 2", "query-not-allowed");
        problem("SELECT nothing FROM events", "query-failed");
        problem(
                "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = 7",
                "query-too-slow");
        problem("SELECT list(range) FROM range(200000000)", "query-too-large");
        owner.post(base + "/sql", "{\"query\": \"DROP VIEW events\"}", "Accept", "text/csv")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/query-not-allowed");
        owner.post(base + "/sql", "{\"query\": \"\"}").expectStatus().isEqualTo(422);
    }

    @Test
    void aReplayTakesTheLakesPlaceAndChangesNoNumber() {
        Client operator = nobody.somebody();
        role(operator, "*", "operator");
        tell();
        await().untilAsserted(
                        () -> operator.get("/api/analytics/lake").expectStatus().isOk());
        String before =
                body(operator.get("/api/analytics/lake")).path("generation").asString();
        JsonNode churn = body(owner.get(base + "/metrics/churn" + MARCH + "&asOf=2026-06-01T00:00:00Z"));

        var started = owner.post("/api/analytics/replays", "{\"communityId\": \"" + community + "\"}")
                .expectStatus()
                .isAccepted()
                .returnResult(Void.class)
                .getResponseHeaders();
        String replay = String.valueOf(started.getLocation());
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode view = body(owner.get(replay));
            assertThat(view.path("status").asString()).isEqualTo("finished");
            assertThat(view.path("percent").asInt()).isEqualTo(100);
            assertThat(view.path("missing").asLong(-1)).isZero();
            assertThat(view.path("surplus").asLong(-1)).isZero();
            assertThat(view.path("events").asLong()).isPositive();
        });

        assertThat(body(operator.get("/api/analytics/lake")).path("generation").asString())
                .isNotEqualTo(before);
        JsonNode after = body(owner.get(base + "/metrics/churn" + MARCH + "&asOf=2026-06-01T00:00:00Z"));
        assertThat(after.path("value")).isEqualTo(churn.path("value"));
        assertThat(after.path("eventCount")).isEqualTo(churn.path("eventCount"));
        stranger.get(replay).expectStatus().isNotFound();
        operator.get(replay).expectStatus().isOk();

        STORY.in(community).at("2026-03-20T00:00:00Z").leaves("mem_2");
        tell();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(number("n2")).isEqualTo(2));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(body(operator.get("/api/analytics/lake"))
                                .path("lag")
                                .asLong(-1))
                        .isZero());
        operator.post("/ops/verify").expectBody().jsonPath("$.clean").isEqualTo(true);
    }

    private void problem(String query, String type) {
        owner.post(base + "/sql", "{\"query\": \"" + query + "\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + type);
    }

    private double number(String metric) {
        return body(owner.get(base + "/metrics/" + metric + MARCH))
                .path("value")
                .asDouble();
    }

    private static String text(org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec answer) {
        byte[] bytes = answer.expectStatus().isOk().returnResult(byte[].class).getResponseBody();
        return new String(Objects.requireNonNull(bytes), java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
