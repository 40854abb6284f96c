package io.guildhall.platform.axon;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogPosition;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The only way to send a command. It returns when what the command did is durable; a command that was done before is
 * answered from its commit. A lost race is tried again a few times, a refusal once, nothing else is.
 */
public final class Commands {

    private static final int MOST_TRIES = 5;

    private final Runnable allowed;
    private final CommandBus bus;
    private final Function<String, Optional<Commit>> done;
    private final Function<Commit, LogPosition> place;
    private final IntConsumer pause;

    Commands(CommandBus bus, EventLogs logs) {
        this(logs::requireWhole, bus, logs::byCommandForSure, logs::position, Commands::pause);
    }

    /**
     * @param done finds by a linearizable read what a command did
     * @param place tells the position of a commit's last event
     * @param pause waits before the next attempt; takes how many there were
     */
    Commands(
            CommandBus bus,
            Function<String, Optional<Commit>> done,
            Function<Commit, LogPosition> place,
            IntConsumer pause) {
        this(() -> {}, bus, done, place, pause);
    }

    private Commands(
            Runnable allowed,
            CommandBus bus,
            Function<String, Optional<Commit>> done,
            Function<Commit, LogPosition> place,
            IntConsumer pause) {
        this.allowed = allowed;
        this.bus = bus;
        this.done = done;
        this.place = place;
        this.pause = pause;
    }

    /** Sends on behalf of the request that this thread serves. */
    public Answer send(Object command) {
        CurrentCommand current = CurrentCommand.get();
        Answer answer = sendAs(current.next(), command);
        current.stored(answer.position());
        return answer;
    }

    /**
     * Sends what a policy concluded from an event; the same event and policy are the same command. What follows became
     * true when the event did, however late the policy hears of it.
     */
    public Answer send(Object command, Fact cause, String policy) {
        return send(command, cause, policy, "");
    }

    /** @param part tells several commands of one policy for one event apart */
    public Answer send(Object command, Fact cause, String policy, String part) {
        String id = cause.eventId() + "/" + policy + (part.isEmpty() ? "" : "/" + part);
        return sendAs(
                new CommandContext(id, cause.actor(), policy, cause.correlationId(), cause.eventId(), cause.validAt()),
                command);
    }

    /**
     * @throws io.guildhall.platform.problem.Refusal when a rule says no
     * @throws ConcurrencyException when the aggregate stayed contended
     * @throws io.guildhall.platform.log.StoreUnavailable when it is not known whether it was done
     * @throws io.guildhall.platform.log.LogSetBack when nothing can be decided, since the log lacks what was published
     */
    public Answer sendAs(CommandContext context, Object command) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("A command is never sent inside another's unit of work");
        }
        allowed.run();
        boolean refusedBefore = false;
        boolean fresh = false;
        for (int attempt = 1; ; attempt++) {
            try {
                Optional<Answer> answer = dispatch(context, command, fresh);
                if (answer.isPresent()) {
                    return answer.get();
                }
                fresh = true;
            } catch (CommandRepeated repeated) {
                return answer(repeated.commit(), true);
            } catch (ConcurrencyException lost) {
                Optional<Commit> before = done.apply(context.commandId());
                if (before.isPresent()) {
                    return answer(before.get(), true);
                }
                if (attempt == MOST_TRIES) {
                    throw lost;
                }
                fresh = true;
                pause.accept(attempt);
            } catch (io.guildhall.platform.problem.Refusal refusal) {
                Optional<Commit> before = done.apply(context.commandId());
                if (before.isPresent()) {
                    return answer(before.get(), true);
                }
                if (refusedBefore) {
                    throw refusal;
                }
                // It may rest on what a former primary, or a new one, knew; the read before waited for the newest.
                refusedBefore = true;
                fresh = true;
            }
        }
    }

    /** @return empty when the command changed nothing, but decided so on what may be outdated */
    private Optional<Answer> dispatch(CommandContext context, Object command, boolean fresh) {
        Invocation invocation = Invocation.begin(context, fresh);
        try {
            var result = new AtomicReference<@Nullable Throwable>();
            bus.dispatch(GenericCommandMessage.asCommandMessage(command), (_, answer) -> result.set(failure(answer)));
            Throwable failure = result.get();
            if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failure != null) {
                throw new IllegalStateException("The command failed", failure);
            }
            Commit stored = invocation.stored();
            if (invocation.isInDoubt()) {
                return Optional.empty();
            }
            return Optional.of(stored == null ? new Answer(null, false) : answer(stored, false));
        } finally {
            Invocation.end();
        }
    }

    private static @Nullable Throwable failure(CommandResultMessage<?> answer) {
        return answer.isExceptional() ? answer.exceptionResult() : null;
    }

    private Answer answer(Commit commit, boolean repeated) {
        return new Answer(place.apply(commit), repeated);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(5L << attempt)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
