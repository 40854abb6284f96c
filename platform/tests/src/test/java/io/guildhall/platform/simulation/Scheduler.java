package io.guildhall.platform.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Gives one actor at a time its turn, drawn from the seed, under a clock that moves only with turns. */
final class Scheduler {

    private static final int LONGEST_TURN_MILLIS = 12;

    private final Chance chance;
    private final Thread only = Thread.currentThread();
    private final List<Actor> actors = new ArrayList<>();
    private final ArrayDeque<Runnable> mountable = new ArrayDeque<>();
    private @Nullable Actor running;
    private long now;

    Scheduler(Chance chance) {
        this.chance = chance;
    }

    /** Milliseconds since the beginning. */
    long now() {
        return now;
    }

    List<Actor> actors() {
        return actors;
    }

    Actor spawn(String name, Runnable body) {
        var actor = new Actor(name, this::mount, body);
        actors.add(actor);
        return actor;
    }

    private void mount(Runnable continuation) {
        Thread current = Thread.currentThread();
        if (current != only && (running == null || !running.is(current))) {
            throw new Violation("An actor woke by something else than a turn");
        }
        mountable.add(continuation);
    }

    /** @return false when nobody can go on, not even later */
    boolean turn() {
        List<Actor> ready = new ArrayList<>(actors.size());
        for (Actor actor : actors) {
            if (actor.ready(now)) {
                ready.add(actor);
            }
        }
        if (ready.isEmpty()) {
            return leapToNextDeadline();
        }
        now += chance.below(LONGEST_TURN_MILLIS);
        run(chance.of(ready));
        return true;
    }

    private boolean leapToNextDeadline() {
        long next = Long.MAX_VALUE;
        for (Actor actor : actors) {
            next = Math.min(next, actor.deadline());
        }
        if (next == Long.MAX_VALUE) {
            return false;
        }
        now = next;
        return true;
    }

    private void run(Actor actor) {
        running = actor;
        actor.begin();
        for (Runnable next = mountable.poll(); next != null; next = mountable.poll()) {
            next.run();
        }
        running = null;
        if (actor.ended()) {
            actors.remove(actor);
            Throwable failure = actor.failure();
            if (failure != null) {
                throw failure instanceof Violation violation
                        ? violation
                        : new Violation(actor.name() + " died of " + failure, failure);
            }
        }
    }

    /** Throws away what the actors hold in memory; they run on only to unwind. */
    void kill(Collection<Actor> victims) {
        for (Actor victim : List.copyOf(victims)) {
            victim.kill();
            if (!victim.ended()) {
                run(victim);
                if (!victim.ended()) {
                    throw new Violation(victim.name() + " survived its own death");
                }
            }
        }
    }

    Actor current() {
        return Objects.requireNonNull(running);
    }

    /** Ends the turn of the calling actor, which is about to do {@code phase}. */
    void yieldAt(String phase) {
        Actor actor = current();
        actor.phase(phase);
        actor.give(() -> true, Long.MAX_VALUE);
    }

    void await(String phase, BooleanSupplier condition) {
        await(phase, condition, Long.MAX_VALUE - now);
    }

    /** @return whether the condition came to hold within that time */
    boolean await(String phase, BooleanSupplier condition, long millis) {
        Actor actor = current();
        actor.phase(phase);
        actor.give(condition, now + millis);
        return condition.getAsBoolean();
    }

    void sleep(String phase, long millis) {
        await(phase, () -> false, millis);
    }
}
