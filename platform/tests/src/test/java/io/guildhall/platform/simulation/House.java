package io.guildhall.platform.simulation;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.follow.SimulatedFollower;
import io.guildhall.platform.follow.SimulatedFollower.SimulatedComponent;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.SimulatedTail;
import io.guildhall.platform.log.StoreUnavailable;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.SimulatedPublication;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** A service with clients, two instances, a publisher, a projection and a policy on its own log. */
final class House {

    static final ServiceName SERVICE = new ServiceName("house");
    static final LogName LOG = LogName.first("house");
    static final Set<String> ALL_DOOR_EVENTS = Set.of(Door.OPENED, Door.ENTERED, Door.CLOSED);
    static final Set<String> MOVES = Set.of(Door.OPENED, Door.CLOSED);

    private static final String DOORS = "house-open-doors";
    private static final String COUNTING = "house-when-door-moved";

    private final World world;
    private final boolean followed;
    private final Ledger ledger;
    private final SimulatedTopic topic;
    private final Lease publishing;
    private final Lease projecting;
    private final Lease counting;
    private final Ports operator;
    private final List<Instance> instances = new ArrayList<>();

    /** @param followed whether it publishes and follows its log */
    House(World world, SimulatedTopic topic, boolean followed) {
        this.followed = followed;
        this.world = world;
        this.topic = topic;
        ledger = world.ledger(LOG.toString());
        publishing = new Lease(world);
        projecting = new Lease(world);
        counting = new Lease(world);
        operator = new Ports(world, LOG.toString());
        world.followings.put(DOORS, new Following(DOORS, ledger, ALL_DOOR_EVENTS, false));
        world.followings.put(COUNTING, new Following(COUNTING, ledger, MOVES, false));
        for (int i = 0; i < 2; i++) {
            instances.add(new Instance(world, "house-" + i, LOG.toString(), this::start));
        }
    }

    List<Instance> instances() {
        return instances;
    }

    List<Lease> leases() {
        return List.of(publishing, projecting, counting);
    }

    private void start(Instance instance) {
        if (!followed) {
            return;
        }
        Ports ports = instance.ports();
        instance.spawn("publisher", () -> publishing.keep("publisher", (held, epoch) -> publish(ports, held, epoch)));
        instance.spawn("projection", () -> follow(projecting, instance, doors(ports)));
        instance.spawn("policy", () -> follow(counting, instance, counting(instance)));
    }

    /** The operator's hands: he brings an event once more to the follower that could not handle it. */
    void operate() {
        operator.letters().drain((follower, envelope) -> {
            SimulatedComponent component = follower.equals(DOORS) ? doors(operator) : counting(instances.getFirst());
            component.again(operator.letters(), envelope);
        });
    }

    private SimulatedComponent doors(Ports ports) {
        return new SimulatedComponent(DOORS, new OpenDoors(DOORS, world, ports.documents()));
    }

    private SimulatedComponent counting(Instance instance) {
        return new SimulatedComponent(COUNTING, new WhenDoorMovedThenCount(COUNTING, world, instance.commands()));
    }

    private void publish(Ports ports, BooleanSupplier held, long epoch) {
        var publication = new SimulatedPublication(
                LOG, ports.store(), topic::send, ports.progress()::load, ports.progress()::store);
        try {
            publication.publishWhile(held, epoch, awaiting("publisher idle"));
        } catch (RuntimeException failure) {
            if (!(failure instanceof StoreUnavailable) && !SimulatedPublication.isFailedSend(failure)) {
                throw failure;
            }
            world.note("publisher starts again: " + failure.getMessage());
        }
    }

    private void follow(Lease lease, Instance instance, SimulatedComponent component) {
        Ports ports = instance.ports();
        SimulatedTail tail = instance.tail();
        var follower = new SimulatedFollower(
                LOG, tail, component, ports.letters(), ports.positions(), () -> world.scheduler.now() * 1_000_000);
        lease.keep("follower", (held, _) -> {
            try {
                if (world.is(Variation.READS_BY_TIME)) {
                    new TimeFollower(ports.store(), component, ports.letters())
                            .followWhile(held, () -> awaitAny("follower idle"));
                }
                follower.followWhile(held, awaiting("follower idle").andThen(_ -> lookNowAndThen(tail)));
            } catch (StoreUnavailable failure) {
                world.note(component.name() + " starts again: " + failure.getMessage());
            }
        });
    }

    private void lookNowAndThen(SimulatedTail tail) {
        if (world.chance.below(2) == 0) {
            tail.look();
        }
    }

    private void awaitAny(String phase) {
        long head = ledger.head();
        world.scheduler.await(phase, () -> ledger.head() > head, 200);
    }

    private LongConsumer awaiting(String phase) {
        return position -> world.scheduler.await(phase, () -> ledger.head() > position);
    }

    /** Whether there is nothing left to do. */
    boolean atRest() {
        return operator.letters().atRest()
                && SimulatedProgress.at(world.replicas.newest()).position() == ledger.head();
    }

    /** The topic holds what the log holds, in the same order, once its repetitions are taken away. */
    void check() {
        for (int partition = 0; partition < EventRecords.PARTITIONS; partition++) {
            new TopicCheck(ledger, topic, partition).run();
        }
        OpenDoors.check(DOORS, ledger, world.replicas.newest());
    }

    /** What the policy must have sent. */
    Set<String> expectedCommands() {
        return WhenDoorMovedThenCount.expected(COUNTING, world.following(COUNTING));
    }
}
