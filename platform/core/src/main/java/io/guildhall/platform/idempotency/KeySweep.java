package io.guildhall.platform.idempotency;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Removes old keys now and then, on every instance: removing twice harms nobody. */
final class KeySweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeySweep.class);

    private final KeptAnswers answers;
    private final Duration every;
    private @Nullable ScheduledExecutorService timer;

    KeySweep(KeptAnswers answers, Duration every) {
        this.answers = answers;
        this.every = every;
    }

    @Override
    public void start() {
        answers.createIndexes();
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("idempotency-sweep").factory());
        timer.scheduleWithFixedDelay(this::sweep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            answers.sweep();
        } catch (RuntimeException | Error e) {
            LOG.warn("Old idempotency keys could not be removed: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
