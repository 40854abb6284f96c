package io.guildhall.platform.simulation;

import java.util.ArrayList;
import java.util.List;

/** One run: so many steps with faults, then healing, then rest. */
final class Simulation {

    private static final String LOG = "house.0";
    private static final int STEPS = 300;
    private static final int MOST_STEPS_TO_REST = 30_000;

    private final World world;
    private final List<Instance> instances = new ArrayList<>();
    private final Operations operations;

    Simulation(long seed, boolean keepsDiary) {
        world = new World(seed, keepsDiary);
        operations = new Operations(world.ledger(LOG));
        for (int i = 0; i < 2; i++) {
            instances.add(new Instance(world, "house-" + i, new SimulatedStore(new Connection(world), LOG), LOG));
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
                var client = new Client(world, "c" + i, instances, operations);
                world.scheduler.spawn("client " + i, client::run);
            }
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            heal();
            rest();
            operations.check();
        } finally {
            world.scheduler.kill(world.scheduler.actors());
        }
    }

    private void step() {
        Chance chance = world.chance;
        int dice = chance.below(1_000);
        if (dice < 300) {
            world.replicas.replicate();
        } else if (dice < 312) {
            world.replicas.elect();
        } else if (dice < 335) {
            world.replicas.notice();
        } else if (dice < 341) {
            killOrStart();
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
    }

    private void rest() {
        boolean working = true;
        for (int step = 0; working; step++) {
            if (step > MOST_STEPS_TO_REST) {
                throw new Violation("stuck: "
                        + world.scheduler.actors().stream()
                                .map(actor -> actor.name() + " at " + actor.phase())
                                .toList());
            }
            for (int i = 0; i < 3; i++) {
                world.replicas.replicate();
            }
            working = world.scheduler.turn() || !world.replicas.settled();
        }
    }
}
