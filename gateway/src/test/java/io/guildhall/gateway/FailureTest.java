package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.hall.Hall;
import io.guildhall.gateway.hall.Received;
import io.guildhall.gateway.hall.Service;
import io.guildhall.gateway.hall.Service.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureTest {

    static final String COURSES = "/api/communities/com_1/courses";
    static final String COMMUNITY = "/api/communities/com_1";

    static final Hall HALL = new Hall(
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=4s",
            "guildhall.gateway.limits.anonymous.sustained.quota=10000",
            "guildhall.gateway.limits.anonymous.burst.quota=10000");

    @AfterAll
    static void close() {
        HALL.close();
    }

    @BeforeEach
    void forget() {
        List.of(HALL.course, HALL.community).forEach(Service::forget);
    }

    @Test
    void saysHonestlyThatAServiceIsDown() {
        HALL.member.stop();
        try {
            HttpResponse<String> answer = HALL.browser().get("/api/me");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(answer.body()).contains("/problems/dependency-unavailable", "\\\"member\\\"");
            assertThat(HALL.browser().get("/api/communities").statusCode()).isEqualTo(200);
        } finally {
            HALL.member.start();
        }
    }

    @Test
    void saysThatAServiceIsTooSlow() {
        HALL.course.answer("/api/communities/com_1/enrollments", asked -> {
            hold(new CountDownLatch(1));
            return Answer.json("{}");
        });
        HttpResponse<String> answer = HALL.browser().get("/api/communities/com_1/enrollments");
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("/problems/dependency-timeout");
    }

    @Test
    void sendsACommandNeverTwice() {
        HALL.community.hangUpOn(COMMUNITY, 1);
        assertThat(HALL.browser().post(COMMUNITY, "{}").statusCode()).isEqualTo(503);
        assertThat(HALL.community.received()).extracting(Received::method).containsExactly("POST");
    }

    @Test
    void readsAgainWhenAServiceHungUp() {
        HALL.community.hangUpOn(COMMUNITY, 1);
        assertThat(HALL.browser().get(COMMUNITY).statusCode()).isEqualTo(200);
        assertThat(HALL.community.received()).hasSize(2);
    }

    @Test
    void passesAServicesOwnRefusalAndFailureOnAsTheyAre() {
        AtomicInteger status = new AtomicInteger(409);
        HALL.community.answer(
                "/api/communities/com_2",
                asked -> new Answer(status.get(), "application/problem+json", "{\"code\":\"own\"}", Map.of()));
        for (int each : List.of(409, 422, 500, 503)) {
            status.set(each);
            HttpResponse<String> answer = HALL.browser().get("/api/communities/com_2");
            assertThat(answer.statusCode()).isEqualTo(each);
            assertThat(answer.body()).isEqualTo("{\"code\":\"own\"}");
        }
        assertThat(HALL.community.received()).hasSize(4);
    }

    @Test
    void refusesABodyAboveTheLimitBeforeAServiceSeesIt() {
        HttpResponse<String> answer = HALL.browser().post("/api/communities", "x".repeat(1_048_577));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/payload-too-large", "1024 kB");
        assertThat(HALL.community.received()).isEmpty();
    }

    @Test
    void refusesABodyOfUnknownLengthOnceItIsTooLarge() {
        byte[] part = new byte[64 * 1024];
        var answer = HALL.browser()
                .send(HALL.browser()
                        .request("/api/communities")
                        .POST(BodyPublishers.ofByteArrays(Collections.nCopies(32, part))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(HALL.community.received()).isEmpty();
    }

    @Test
    void letsAWholeCourseDraftPassUpToItsOwnLimit() {
        assertThat(HALL.browser().post(COURSES, "x".repeat(7_000_000)).statusCode())
                .isEqualTo(200);
        assertThat(HALL.course.received().getFirst().body()).hasSize(7_000_000);
        assertThat(HALL.browser().post(COURSES, "x".repeat(8_388_609)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void refusesHeadersAboveEightKilobytes() {
        assertThat(HALL.browser()
                        .get("/api/communities", "X-Long", "x".repeat(9_000))
                        .statusCode())
                .isEqualTo(431);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
