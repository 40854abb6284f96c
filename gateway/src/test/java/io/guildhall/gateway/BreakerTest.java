package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.gateway.hall.Hall;
import io.guildhall.gateway.hall.Service.Answer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreakerTest {

    static final String COURSES = "/api/communities/com_1/courses";

    final Hall hall = new Hall("spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s");

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void stopsAskingAServiceThatIsSilentAndFindsItAgain() {
        CountDownLatch closed = new CountDownLatch(1);
        hall.course.answer(COURSES, asked -> {
            hold(closed);
            return Answer.json("{}");
        });
        IntStream.range(0, 10).parallel().forEach(i -> hall.browser().post(COURSES, "{}"));
        int asked = hall.course.received().size();
        HttpResponse<String> refused = hall.browser().post(COURSES, "{}");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(hall.course.received()).hasSize(asked);
        closed.countDown();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(hall.browser().post(COURSES, "{}").statusCode())
                                .isEqualTo(200));
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
