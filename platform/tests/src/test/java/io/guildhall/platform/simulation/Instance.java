package io.guildhall.platform.simulation;

import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.axon.SimulatedBus;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.Draft;
import io.guildhall.platform.log.Outcome;
import io.guildhall.platform.log.SimulatedTail;
import io.guildhall.platform.log.SimulatedWriter;
import io.guildhall.platform.log.StoreUnavailable;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.simulation.Door.DoorRefused;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process of a service: what it holds in memory is lost whenever it is killed. */
final class Instance {

    private static final int MOST_DRAFTS = 6;
    private static final int MOST_FAILURES = 10;

    private static final class Waiting {
        private final Draft draft;
        private @Nullable Outcome outcome;
        private @Nullable RuntimeException failure;

        Waiting(Draft draft) {
            this.draft = draft;
        }

        boolean answered() {
            return outcome != null || failure != null;
        }
    }

    private final World world;
    private final String name;
    private final String log;
    private final List<Actor> actors = new ArrayList<>();
    private final Consumer<Instance> roles;
    /** What the next attempt of a command repeats, where refusals are answered at once. */
    private final Map<String, DoorRefused> refused = new HashMap<>();

    private Ports ports;
    private Deque<Waiting> queue = new ArrayDeque<>();
    private SimulatedTail tail;
    private Commands commands;
    private boolean alive;

    /** @param roles spawns what goes on in it beside the appender, at each start */
    Instance(World world, String name, String log, Consumer<Instance> roles) {
        this.world = world;
        this.name = name;
        this.log = log;
        this.roles = roles;
        this.ports = new Ports(world, log);
        this.tail = new SimulatedTail(ports.store());
        this.commands = newCommands();
    }

    String name() {
        return name;
    }

    boolean alive() {
        return alive;
    }

    void start() {
        alive = true;
        ports = new Ports(world, log);
        queue = new ArrayDeque<>();
        tail = new SimulatedTail(ports.store());
        commands = newCommands();
        var writer = new SimulatedWriter(ports.store(), this::pause);
        spawn("appender", () -> append(writer));
        roles.accept(this);
    }

    /** Kills it between any two steps. */
    void kill() {
        for (Actor actor : actors) {
            if (!actor.ended()) {
                world.met("process killed", actor.phase());
            }
        }
        alive = false;
        world.scheduler.kill(actors);
        actors.clear();
    }

    Actor spawn(String role, Runnable body) {
        actors.removeIf(Actor::ended);
        Actor actor = world.scheduler.spawn(name + "/" + role, body);
        actors.add(actor);
        return actor;
    }

    Ports ports() {
        return ports;
    }

    SimulatedTail tail() {
        return tail;
    }

    Commands commands() {
        return commands;
    }

    Answer send(String commandId, Wish wish) {
        return commands.sendAs(CommandContext.of(commandId, null), wish);
    }

    private Commands newCommands() {
        return SimulatedBus.commands(
                this::decide,
                this::enqueue,
                ports.store(),
                log,
                _ -> world.scheduler.sleep("retry", world.chance.below(20)));
    }

    private Draft decide(Object command, CommandContext context) {
        var wish = (Wish) command;
        boolean plain = wish instanceof Wish.Say;
        Door door = plain ? new Door() : Door.of(ports.store().stream(wish.streamId(), 0, 500));
        List<StoredEvent> events = new ArrayList<>();
        for (String event : decide(door, wish, context.commandId())) {
            events.add(new StoredEvent(
                    world.nextId("evt"),
                    event,
                    1,
                    door.next() + events.size(),
                    Instant.ofEpochMilli(world.scheduler.now()),
                    "{}",
                    Map.of()));
        }
        return new Draft(wish.streamId(), plain ? Draft.NEXT : door.next(), context.commandId(), "door", null, events);
    }

    private List<String> decide(Door door, Wish wish, String commandId) {
        DoorRefused before = refused.remove(commandId);
        if (before != null) {
            throw before;
        }
        try {
            return door.decide(wish);
        } catch (DoorRefused refusal) {
            if (world.is(Variation.REFUSES_AT_ONCE)) {
                refused.put(commandId, refusal);
            }
            throw refusal;
        }
    }

    private Outcome enqueue(Draft draft) {
        var waiting = new Waiting(draft);
        queue.add(waiting);
        long patience = world.fault("append not awaited", "append", 0.03) ? world.chance.below(40) : 60_000;
        if (!world.scheduler.await("append", waiting::answered, patience)) {
            throw new StoreUnavailable("no outcome in time", new IllegalStateException());
        }
        if (waiting.failure != null) {
            throw waiting.failure;
        }
        return Objects.requireNonNull(waiting.outcome);
    }

    private void append(SimulatedWriter writer) {
        while (true) {
            world.scheduler.await("appender idle", () -> !queue.isEmpty());
            List<Waiting> group = new ArrayList<>();
            int most = world.chance.between(1, MOST_DRAFTS);
            while (!queue.isEmpty() && group.size() < most) {
                group.add(queue.remove());
            }
            List<Commit> stored = new ArrayList<>();
            try {
                writer.write(group.stream().map(waiting -> waiting.draft).toList(), (index, outcome) -> {
                    group.get(index).outcome = outcome;
                    if (outcome instanceof Outcome.Stored(Commit commit)) {
                        stored.add(commit);
                    }
                });
                tail.appended(stored);
            } catch (StoreUnavailable failure) {
                group.stream().filter(waiting -> !waiting.answered()).forEach(waiting -> waiting.failure = failure);
            }
        }
    }

    private boolean pause(int failures) {
        world.scheduler.sleep("writer pauses", world.chance.below(30));
        return failures < MOST_FAILURES || world.chance.isCalm();
    }
}
