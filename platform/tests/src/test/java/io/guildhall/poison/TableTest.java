package io.guildhall.poison;

import static org.awaitility.Awaitility.await;

import io.guildhall.platform.follow.DeadLetterDesk;
import io.guildhall.platform.testing.Servers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Starts the service once for all kinds of poison. */
@SpringBootTest(properties = "spring.application.name=table-service")
abstract class TableTest {

    /** The longest that others may wait behind what cannot be handled. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    static final String OPERATOR = "mem_op";
    static final int MANY = 1_000;

    @Autowired
    DeadLetterDesk desk;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        Servers.register(registry, TableTest.class);
    }

    /** What one kind left where it should not is no other's. */
    @AfterEach
    void clearTheTable() {
        Dishes.FAILING.clear();
        desk.waiting(MANY).forEach(letter -> desk.drop(letter, OPERATOR, "left over"));
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(10)).pollInterval(10, TimeUnit.MILLISECONDS);
    }
}
