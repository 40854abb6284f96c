package io.guildhall.community;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Waits for what is to come. */
final class Awaited {

    private Awaited() {}

    static <T> T until(Supplier<Optional<T>> source) {
        var found = new AtomicReference<T>();
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(15))
                .until(() -> {
                    source.get().ifPresent(found::set);
                    return found.get() != null;
                });
        return found.get();
    }
}
