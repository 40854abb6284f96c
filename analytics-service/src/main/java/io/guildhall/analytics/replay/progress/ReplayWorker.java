package io.guildhall.analytics.replay.progress;

import io.guildhall.analytics.lake.Lake;
import io.guildhall.analytics.replay.ReplayCommand.FinishReplay;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.lease.Lease;
import io.guildhall.platform.lease.LeasedWork;
import io.guildhall.platform.lease.Leases;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Carries out replays on one of the instances, one after the other. */
@Component
class ReplayWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofMillis(500);

    private final Leases leases;
    private final Replays replays;
    private final Rebuilding rebuilding;
    private final Lake lake;
    private final Commands commands;
    private final boolean autoStart;
    private LeasedWork.@Nullable Standing standing;

    ReplayWorker(
            Leases leases,
            Replays replays,
            Rebuilding rebuilding,
            Lake lake,
            Commands commands,
            @Value("${guildhall.autostart:true}") boolean autoStart) {
        this.leases = leases;
        this.replays = replays;
        this.rebuilding = rebuilding;
        this.lake = lake;
        this.commands = commands;
        this.autoStart = autoStart;
    }

    private void workWhile(Lease lease) throws Exception {
        while (lease.held() && !Thread.currentThread().isInterrupted()) {
            var waiting = replays.running();
            if (waiting.isPresent()) {
                carryOut(waiting.get().replayId(), lease);
            }
            Thread.sleep(REST);
        }
    }

    private void carryOut(String replayId, Lease lease) throws Exception {
        try {
            var done = rebuilding.run(
                    replayId, () -> lease.held() && !Thread.currentThread().isInterrupted());
            if (done.isPresent()) {
                Long missing = done.get().missing();
                Long surplus = done.get().surplus();
                commands.sendAs(
                        CommandContext.of(replayId + "/finish", null),
                        new FinishReplay(
                                replayId,
                                lake.generation(replayId).state().events(),
                                missing == null ? 0 : missing,
                                surplus == null ? 0 : surplus));
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception failure) {
            if (lease.held() && !Thread.currentThread().isInterrupted()) {
                LOG.warn("Replay {} goes on from its manifests: {}", replayId, failure.toString());
                ReplayStep step = replays.step(replayId).orElse(new ReplayStep(replayId, 0, 0, null, null, null));
                replays.save(step.hindered(String.valueOf(failure.getMessage())));
            }
        }
    }

    @Override
    public void start() {
        standing = leases.keep("lake-replay", LEASE, this::workWhile);
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
        return -300;
    }
}
