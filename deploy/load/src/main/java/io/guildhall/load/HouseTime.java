package io.guildhall.load;

import static io.guildhall.load.Requests.answer;
import static org.awaitility.Awaitility.await;

import io.guildhall.load.bench.House;
import io.guildhall.local.client.GuildhallClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The time that facts and due dates follow, in all services. It does not move while somebody is on the way from an order
 * to its payment: nobody stands before the provider's page for a month.
 */
final class HouseTime {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final LocalStack stack;

    HouseTime(LocalStack stack) {
        this.stack = stack;
    }

    void standStill(Runnable purchase) {
        within(lock.readLock(), purchase);
    }

    /** By the same span in every service, whatever becomes of an answer. */
    void forward(Duration span) {
        within(lock.writeLock(), () -> {
            GuildhallClient operator = stack.operator();
            String key = UUID.randomUUID().toString();
            for (String service : House.SERVICES) {
                await().atMost(PATIENCE)
                        .until(() -> answer(
                                        () -> operator.post(
                                                "/api/ops/" + service + "/clock",
                                                Map.of("advance", span.toString()),
                                                "Idempotency-Key",
                                                key),
                                        200)
                                .isPresent());
            }
        });
    }

    /** What tells that services have not the same time; empty where they do. */
    List<String> disagreements() {
        Map<String, Long> ahead = new LinkedHashMap<>();
        for (String service : House.SERVICES) {
            String time = stack.operator()
                    .get("/api/ops/" + service + "/status")
                    .expect(200)
                    .text("time");
            ahead.put(
                    service,
                    Duration.between(Instant.now(), Instant.parse(time))
                            .plusMinutes(1)
                            .toHours());
        }
        return ahead.values().stream().distinct().count() == 1
                ? List.of()
                : List.of("services disagree about the time, in hours ahead: " + ahead);
    }

    private static void within(Lock lock, Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
