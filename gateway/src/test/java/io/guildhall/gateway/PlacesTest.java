package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.gateway.hall.Hall;
import io.guildhall.gateway.hall.Service.Answer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service that has two places. */
class PlacesTest {

    static final String COURSES = "/api/communities/com_1/courses";
    static final String LONG = "/api/communities/com_1/enrollments";

    final Hall hall = new Hall("guildhall.gateway.places=2");
    final CountDownLatch answered = new CountDownLatch(1);

    @AfterEach
    void close() {
        answered.countDown();
        hall.close();
    }

    @Test
    void whatComesBeyondIsRefusedAtOnceAndNotPassedOn() {
        List<CompletableFuture<HttpResponse<String>>> working = fill();

        HttpResponse<String> refused = hall.browser().post(COURSES, "{}");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body()).contains("/problems/overloaded", "\\\"course\\\"");
        assertThat(hall.course.received(COURSES)).isEmpty();
        answered.countDown();
        assertThat(working)
                .allSatisfy(each -> assertThat(each.join().statusCode()).isEqualTo(200));
        assertThat(hall.browser().post(COURSES, "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void otherServicesAndOperatorsAreServed() {
        fill();

        assertThat(hall.browser().get("/api/communities/com_1").statusCode()).isEqualTo(200);
        assertThat(hall.browser().get("/api/ops/course/status").statusCode()).isEqualTo(200);
    }

    private List<CompletableFuture<HttpResponse<String>>> fill() {
        hall.course.answer(LONG, asked -> {
            hold();
            return Answer.json("{}");
        });
        var working = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> hall.browser().get(LONG)))
                .limit(2)
                .toList();
        await().until(() -> hall.course.received(LONG).size() == 2);
        return working;
    }

    private void hold() {
        try {
            answered.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
