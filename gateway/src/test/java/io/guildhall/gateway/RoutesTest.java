package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.hall.Hall;
import io.guildhall.gateway.hall.Received;
import io.guildhall.gateway.hall.Service;
import io.guildhall.gateway.hall.Service.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    static Hall hall;

    @BeforeAll
    static void open() {
        hall = new Hall();
    }

    @AfterAll
    static void close() {
        hall.close();
    }

    @BeforeEach
    void forget() {
        List.of(hall.member, hall.course, hall.community).forEach(Service::forget);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/accounts, member",
        "/api/accounts/verification, member",
        "/api/me, member",
        "/api/me/tokens/tok_1, member",
        "/api/members, member",
        "/api/setup, member",
        "/api/communities/com_1/roles, member",
        "/api/communities/com_1/grants/grt_1, member",
        "/api/communities/com_1/access, member",
        "/api/communities/com_1/members/mem_1/roles/author, member",
        "/api/communities/com_1/courses, course",
        "/api/communities/com_1/courses/crs_1/lessons/les_1, course",
        "/api/communities/com_1/enrollments, course",
        "/api/communities/com_1/orders/mine, billing",
        "/api/communities/com_1/metrics/churn, analytics",
        "/pay/sandbox/pay_1, billing",
        "/webhooks/sandbox, billing",
        "/api/communities, community",
        "/api/communities/com_1, community",
        "/api/communities/com_1/channels, community",
        "/api/communities/com_1/channels/chn_1/messages, community",
        "/api/communities/com_1/surveys/srv_1/answer, community",
        "/id/login, member",
        "/id/oauth2/authorize, member",
    })
    void leadsEachPathToItsService(String path, String service) {
        assertThat(hall.browser().get(path).body()).isEqualTo("{\"service\":\"" + service + "\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/ops/course/status, /ops/status",
        "/api/ops/course/dead-letters/retry?id=1, /ops/dead-letters/retry",
    })
    void leadsOperationsToTheServiceThatIsNamed(String path, String inner) {
        hall.browser().get(path);
        assertThat(hall.course.received()).extracting(Received::path).containsExactly(inner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/internal/exchange",
                "/id/internal/sign-out",
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/%61ctuator/prometheus",
                "/actuator/gateway/routes",
                "/ops/status",
                "/api/ops/nobody/status",
                "/api/unknown",
                "/api/communities/com_1/unknown",
                "/ws/sub",
                "/env",
                "/h2-console",
                "/swagger-ui",
                "/application.yaml",
            })
    void servesNothingElse(String path) {
        var answer = hall.browser().get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"type\":\"/problems/not-found\"");
        assertThat(hall.member.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/%2e%2e/id/internal/exchange", "/id//internal/exchange", "/id/x;y/internal/exchange"})
    void refusesPathsInDisguise(String path) {
        assertThat(hall.browser().get(path).statusCode()).isEqualTo(400);
        assertThat(hall.member.received()).isEmpty();
    }

    @Test
    void saysThatItIsAliveAndReady() {
        assertThat(hall.browser().get("/livez").statusCode()).isEqualTo(200);
        assertThat(hall.browser().get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void passesNothingOnThatOnlyTheGatewayMaySay() {
        hall.browser()
                .get(
                        "/api/communities",
                        "X-User-Id",
                        "mem_root",
                        "X-Internal-Token",
                        "forged",
                        "X-Forwarded-Host",
                        "evil.example",
                        "X-Forwarded-For",
                        "1.2.3.4",
                        "Forwarded",
                        "for=1.2.3.4",
                        "Cookie",
                        "IDSESSION=stolen",
                        "Guildhall-After",
                        "community.0/1");
        Received seen = hall.community.received().getFirst();
        assertThat(seen.headerNames())
                .doesNotContain("x-user-id", "x-internal-token", "forwarded", "cookie", "authorization");
        assertThat(seen.headers().get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat("http://" + seen.header("X-Forwarded-Host")).isEqualTo(hall.origin());
        assertThat(seen.header("Guildhall-After")).isEqualTo("community.0/1");
    }

    @Test
    void passesToTheSignInPagesTheirOwnCookiesAlone() {
        hall.browser().get("/id/login", "Cookie", "IDSESSION=s1; guildhall=sealed; XSRF-TOKEN=t");
        assertThat(hall.member.received().getFirst().header("Cookie")).isEqualTo("IDSESSION=s1");
    }

    @Test
    void letsOnlyTheSignInPagesSetCookies() {
        Answer baked = new Answer(200, "application/json", "{}", Map.of("Set-Cookie", "IDSESSION=s1; Path=/id"));
        hall.member.answer("/api/me/baked", asked -> baked);
        hall.member.answer("/id/baked", asked -> baked);
        assertThat(hall.browser().get("/api/me/baked").headers().allValues("Set-Cookie"))
                .isEmpty();
        assertThat(hall.browser().get("/id/baked").headers().allValues("Set-Cookie"))
                .containsExactly("IDSESSION=s1; Path=/id");
    }

    @Test
    void continuesAWellFormedTraceAndStartsAnotherOtherwise() {
        String given = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        hall.browser().get("/api/communities", "traceparent", given);
        hall.browser().get("/api/communities", "traceparent", "00-none");
        assertThat(hall.community.received().get(0).header("traceparent")).isEqualTo(given);
        assertThat(hall.community.received().get(1).header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void namesTheTraceInAProblem() {
        var answer = hall.browser()
                .get("/api/unknown", "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 未找到", "'zh-CN,zh;q=0.9,en;q=0.8', 未找到", "en, Not found", "fr, Not found", "'%%', Not found"})
    void explainsAProblemInTheLanguageThatWasAskedFor(String language, String title) {
        assertThat(hall.browser()
                        .get("/api/unknown", "Accept-Language", language)
                        .body())
                .contains("\"title\":\"" + title + "\"");
    }

    @Test
    void refusesTrace() {
        assertThat(hall.browser().send("TRACE", "/api/communities", "").statusCode())
                .isEqualTo(405);
    }

    @Test
    void givesAForeignSiteNoLeaveToRead() {
        var answer = hall.browser()
                .send(
                        "OPTIONS",
                        "/api/communities",
                        "",
                        "Origin",
                        "https://evil.example",
                        "Access-Control-Request-Method",
                        "GET");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void keepsApiAnswersOutOfCaches() {
        assertThat(hall.browser().get("/api/communities").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }
}
