package io.guildhall.platform.due;

import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.problem.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks for due dates on a few threads and sends their commands, each until it has a durable answer. */
final class DueDatePoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DueDatePoller.class);
    private static final int WORKERS = 4;
    private static final Duration CLAIM = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final DueDateStore store;
    private final CommandNames names;
    private final EventCodec codec;
    private final BiConsumer<CommandContext, Object> commands;
    private final Duration look;
    private final boolean autoStart;
    private final Counter done;
    private final Counter refused;
    private final Counter retried;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean running;

    DueDatePoller(
            DueDateStore store,
            CommandNames names,
            EventCodec codec,
            BiConsumer<CommandContext, Object> commands,
            Duration look,
            MeterRegistry meters,
            boolean autoStart) {
        this.store = store;
        this.names = names;
        this.codec = codec;
        this.commands = commands;
        this.look = look;
        this.autoStart = autoStart;
        this.done = meters.counter("guildhall.due", "outcome", "done");
        this.refused = meters.counter("guildhall.due", "outcome", "refused");
        this.retried = meters.counter("guildhall.due", "outcome", "retried");
    }

    @Override
    public void start() {
        store.createIndexes();
        running = true;
        for (int i = 0; i < WORKERS; i++) {
            workers.add(Thread.ofVirtual().name("due-" + i).start(this::poll));
        }
    }

    /** Lets each worker finish the command it sends. */
    @Override
    public void stop() {
        running = false;
        try {
            for (Thread worker : workers) {
                worker.join(STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.clear();
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void poll() {
        while (running) {
            boolean found = false;
            try {
                Optional<DueDate> claimed = store.claim(CLAIM);
                found = claimed.isPresent();
                claimed.ifPresent(this::send);
            } catch (RuntimeException | Error e) {
                LOG.warn("Due dates wait: {}", e.toString());
            }
            if (!found && !pause()) {
                return;
            }
        }
    }

    private void send(DueDate date) {
        try {
            Object command = codec.read(date.json(), names.byName(date.command()));
            commands.accept(context(date), command);
            store.done(date);
            done.increment();
        } catch (Refusal refusal) {
            LOG.info("The due command {} of {} was refused: {}", date.command(), date.id(), refusal.getMessage());
            store.refuse(date, refusal.getMessage());
            refused.increment();
        } catch (RuntimeException | Error e) {
            LOG.warn("The due command {} of {} is tried again", date.command(), date.id(), e);
            store.retry(date, pauseAfter(date.attempts()), e.toString());
            retried.increment();
        }
    }

    private static CommandContext context(DueDate date) {
        String id = date.commandId();
        return new CommandContext(id, null, "due", id, null, date.due());
    }

    /** Doubles with each attempt, from one second to five minutes. */
    static Duration pauseAfter(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private boolean pause() {
        try {
            Thread.sleep(look);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
