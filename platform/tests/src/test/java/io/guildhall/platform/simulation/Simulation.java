package io.guildhall.platform.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One run: so many steps with faults, then healing, then rest, then the reckoning. */
final class Simulation {

    private static final int STEPS = 300;
    private static final int MOST_STEPS_TO_REST = 20_000;

    private final World world;
    private final boolean everything;
    private final House house;
    private final Garden garden;
    private final Operations operations;
    private final List<Instance> instances = new ArrayList<>();
    private final List<Actor> clients = new ArrayList<>();

    Simulation(long seed, Variation variation, boolean keepsDiary) {
        this(seed, Emphasis.of(seed), variation, keepsDiary);
    }

    Simulation(long seed, Emphasis emphasis, Variation variation, boolean keepsDiary) {
        everything = emphasis == Emphasis.EVERYTHING;
        world = new World(seed, variation, keepsDiary);
        var topic = new SimulatedTopic(world);
        house = new House(world, topic, everything);
        garden = new Garden(world, topic);
        operations = new Operations(world.ledger(House.LOG.toString()));
        instances.addAll(house.instances());
        if (everything) {
            instances.addAll(garden.instances());
        }
    }

    Coverage coverage() {
        return world.coverage;
    }

    List<String> diary() {
        return world.diary();
    }

    void run() {
        try {
            instances.forEach(Instance::start);
            for (int i = 0; i < 3; i++) {
                var client = new Client(world, "c" + i, house.instances(), operations);
                clients.add(world.scheduler.spawn("client " + i, client::run));
            }
            world.scheduler.spawn("operator of the house", house::operate);
            world.scheduler.spawn("operator of the garden", garden::operate);
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            heal();
            rest();
            check();
        } finally {
            world.scheduler.kill(world.scheduler.actors());
        }
    }

    /** One turn of an actor or one stroke of fate; meanwhile the replica set replicates. */
    private void step() {
        Chance chance = world.chance;
        if (chance.toss(0.7)) {
            world.replicas.replicate();
        }
        int dice = chance.below(1_000);
        if (dice < (everything ? 12 : 40)) {
            world.replicas.elect();
        } else if (dice < (everything ? 40 : 80)) {
            world.replicas.notice();
        } else if (dice < (everything ? 50 : 88)) {
            killOrStart();
        } else if (everything && dice < 60) {
            world.happened("lease expired");
            chance.of(house.leases()).expire();
        } else if (everything && dice < 68) {
            garden.group().timeOut();
        } else {
            world.scheduler.turn();
        }
    }

    private void killOrStart() {
        Instance instance = world.chance.of(instances);
        if (instance.alive()) {
            instance.kill();
        } else {
            instance.start();
        }
    }

    private void heal() {
        world.note("*** healed");
        world.chance.calm();
        world.replicas.notice();
        world.replicas.notice();
        instances.stream().filter(instance -> !instance.alive()).forEach(Instance::start);
        garden.group().forgetDead();
    }

    private void rest() {
        for (int step = 0; !atRest(); step++) {
            if (step > MOST_STEPS_TO_REST) {
                throw new Violation("stuck: %s, %s".formatted(world.followings.values(), whatGoesOn()));
            }
            for (int i = 0; i < 3; i++) {
                world.replicas.replicate();
            }
            world.scheduler.turn();
        }
    }

    private List<String> whatGoesOn() {
        return world.scheduler.actors().stream()
                .map(actor -> actor.name() + " at " + actor.phase())
                .toList();
    }

    private boolean atRest() {
        return clients.stream().allMatch(Actor::ended)
                && world.replicas.settled()
                && (!everything || followed())
                && world.scheduler.actors().stream().noneMatch(Actor::isUnderWay);
    }

    private boolean followed() {
        return world.followings.values().stream().allMatch(Following::complete) && house.atRest() && garden.atRest();
    }

    private void check() {
        operations.check();
        if (!everything) {
            world.ledger(House.LOG.toString()).requireCommands(operations.stored());
            return;
        }
        Set<String> expected = operations.stored();
        expected.addAll(house.expectedCommands());
        world.ledger(House.LOG.toString()).requireCommands(expected);
        house.check();
        garden.check();
    }
}
