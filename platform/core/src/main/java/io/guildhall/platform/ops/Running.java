package io.guildhall.platform.ops;

import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.ops.OpsController.Instance;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** What is known of the processes that run this service. */
final class Running {

    private final Leases leases;
    private final @Nullable String version;
    private final Instant startedAt =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    /** @param version from the manifest of the service's jar */
    Running(Leases leases, @Value("${spring.application.version:#{null}}") @Nullable String version) {
        this.leases = leases;
        this.version = version;
    }

    @Nullable
    String version() {
        return version;
    }

    Instant startedAt() {
        return startedAt;
    }

    List<Instance> instances() {
        return leases.holders().entrySet().stream()
                .map(holder -> new Instance(holder.getKey(), holder.getValue()))
                .toList();
    }
}
