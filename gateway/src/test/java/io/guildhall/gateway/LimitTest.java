package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.hall.Hall;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LimitTest {

    static final Hall HALL = new Hall(
            "guildhall.gateway.limits.anonymous.sustained.quota=20",
            "guildhall.gateway.limits.anonymous.burst.quota=5",
            "guildhall.gateway.limits.signed-in.sustained.quota=40",
            "guildhall.gateway.limits.signed-in.burst.quota=6",
            "guildhall.gateway.limits.entry.sustained.quota=3",
            "guildhall.gateway.limits.anonymous.sustained.per=1h",
            "guildhall.gateway.limits.anonymous.burst.per=1h",
            "guildhall.gateway.limits.signed-in.burst.per=1h",
            "guildhall.gateway.trusted-proxies=127\\.0\\.0\\.1");

    @AfterAll
    static void close() {
        HALL.close();
    }

    @Test
    void saysInEveryAnswerHowMuchIsLeft() {
        HttpResponse<String> first = from("10.1.2.1");
        assertThat(first.headers().firstValue("RateLimit-Policy"))
                .hasValue("\"anonymous\";q=20;w=3600, \"anonymous-burst\";q=5;w=3600");
        assertThat(first.headers().firstValue("RateLimit"))
                .hasValue("\"anonymous\";r=19;t=180, \"anonymous-burst\";r=4;t=720");
    }

    @Test
    void refusesWhoAsksTooOftenAndNobodyElse() {
        assertThat(IntStream.range(0, 5).map(i -> from("10.2.2.1").statusCode()))
                .containsOnly(200);
        HttpResponse<String> sixth = from("10.2.2.1");
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("/problems/too-many-requests");
        assertThat(sixth.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(600L, 720L);
        assertThat(from("10.2.2.2").statusCode()).isEqualTo(200);
    }

    @Test
    void countsAMemberByItselfWhereverItsTokenIsUsed() {
        assertThat(IntStream.range(0, 6).map(i -> ask("mem_31", "10.3.2." + i).statusCode()))
                .containsOnly(200);
        assertThat(ask("mem_31", "10.3.2.9").statusCode()).isEqualTo(429);
        assertThat(ask("mem_32", "10.3.2.9").statusCode()).isEqualTo(200);
    }

    @Test
    void countsTriesWithFalseTokensAgainstTheirAddress() {
        assertThat(IntStream.range(0, 5).map(i -> withToken("ghp_false" + i)).boxed())
                .containsOnly(401);
        assertThat(withToken("ghp_false9")).isEqualTo(429);
        assertThat(HALL.member.received("/id/internal/exchange")).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void letsOnlyAFewTriesToGetInPass() {
        assertThat(IntStream.range(0, 3).map(i -> register("10.5.2.1"))).containsOnly(200);
        assertThat(register("10.5.2.1")).isEqualTo(429);
        assertThat(from("10.5.2.1").statusCode()).isEqualTo(200);
        assertThat(register("10.5.2.2")).isEqualTo(200);
    }

    @Test
    void believesOnlyTheEndOfAForwardedChain() {
        IntStream.range(0, 5).forEach(i -> from("203.0.113." + i + ", 10.6.2.1"));
        assertThat(from("203.0.113.99, 10.6.2.1").statusCode()).isEqualTo(429);
    }

    @Test
    void countsANetworkOfIpv6AddressesAsOneCaller() {
        IntStream.range(0, 5).forEach(i -> from("2001:db8:0:1::" + i));
        assertThat(from("2001:db8:0:1:ffff::1").statusCode()).isEqualTo(429);
        assertThat(from("2001:db8:0:2::1").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> from(String forwardedFor) {
        return HALL.browser().get("/api/communities", "X-Forwarded-For", forwardedFor);
    }

    private static HttpResponse<String> ask(String memberId, String address) {
        String token = HALL.issuer.sign(HALL.issuer.claims(memberId).build());
        return HALL.browser().get("/api/communities", "Authorization", "Bearer " + token, "X-Forwarded-For", address);
    }

    private static int withToken(String token) {
        return HALL.browser()
                .get("/api/communities", "Authorization", "Bearer " + token, "X-Forwarded-For", "10.7.2.7")
                .statusCode();
    }

    private static int register(String address) {
        return HALL.browser()
                .post("/api/accounts", "{}", "X-Forwarded-For", address)
                .statusCode();
    }
}
