package io.guildhall.analytics.lake;

import io.guildhall.platform.lease.Lease;
import io.guildhall.platform.lease.LeasedWork;
import io.guildhall.platform.lease.Leases;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the live generation up to date on one of the instances at a time, and moves on where another becomes it. */
@Component
public class LiveLake implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveLake.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofMillis(500);

    private final Leases leases;
    private final Lake lake;
    private final LakeWriter writer;
    private final boolean autoStart;
    private volatile Map<String, String> troubles = Map.of();
    private LeasedWork.@Nullable Standing standing;

    LiveLake(Leases leases, Lake lake, LakeWriter writer, @Value("${guildhall.autostart:true}") boolean autoStart) {
        this.leases = leases;
        this.lake = lake;
        this.writer = writer;
        this.autoStart = autoStart;
    }

    /** What hinders the writer of this instance, by log and partition. */
    public Map<String, String> troubles() {
        return troubles;
    }

    private void writeWhile(Lease lease) throws InterruptedException {
        while (lease.held() && !Thread.currentThread().isInterrupted()) {
            Generation generation = lake.current();
            try {
                writer.write(
                        generation,
                        _ -> lease.held()
                                && !Thread.currentThread().isInterrupted()
                                && lake.current().name().equals(generation.name()),
                        (_, seen) -> troubles = seen);
            } catch (Exception failure) {
                if (!lease.held() || Thread.currentThread().isInterrupted()) {
                    return;
                }
                troubles = Map.of("lake", String.valueOf(failure.getMessage()));
                LOG.warn("The lake is written again from what its manifests say: {}", failure.toString());
                Thread.sleep(REST);
            }
        }
    }

    @Override
    public void start() {
        standing = leases.keep("lake-writer", LEASE, this::writeWhile);
    }

    @Override
    public void stop() {
        if (standing != null) {
            standing.close();
            standing = null;
        }
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }

    @Override
    public boolean isRunning() {
        return standing != null;
    }

    @Override
    public int getPhase() {
        return -400;
    }
}
