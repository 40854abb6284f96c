package io.guildhall.platform.simulation;

import io.guildhall.platform.follow.Places;
import io.guildhall.platform.follow.SimulatedFollower.SimulatedComponent;
import io.guildhall.platform.follow.SimulatedInboxes;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.publish.EventRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Another service, which hears the house: two instances with a projection and two policies behind inboxes. */
final class Garden {

    private static final LogName LOG = LogName.first("garden");
    private static final String DOORS = "garden-open-doors";
    private static final String COUNTING = "garden-when-door-moved";
    private static final String MIRRORING = "garden-mirror";

    private final World world;
    private final SimulatedTopic topic;
    private final SimulatedGroup group;
    private final Ports operator;
    private final Ledger heard;
    private final List<Instance> instances = new ArrayList<>();
    private int consumers;

    Garden(World world, SimulatedTopic topic) {
        this.world = world;
        this.topic = topic;
        group = new SimulatedGroup(world);
        operator = new Ports(world, LOG.toString());
        heard = world.ledger(House.LOG.toString());
        world.followings.put(DOORS, new Following(DOORS, heard, House.ALL_DOOR_EVENTS, true));
        world.followings.put(COUNTING, new Following(COUNTING, heard, House.MOVES, true));
        world.followings.put(MIRRORING, new Following(MIRRORING, heard, House.MOVES, true));
        for (int i = 0; i < 2; i++) {
            instances.add(new Instance(world, "garden-" + i, LOG.toString(), this::start));
        }
    }

    List<Instance> instances() {
        return instances;
    }

    boolean atRest() {
        return operator.letters().atRest()
                && Stream.of(DOORS, COUNTING, MIRRORING).allMatch(this::showsNoLag);
    }

    /** Whether it stored that it has passed every record of the topic, also those that came twice. */
    private boolean showsNoLag(String follower) {
        Places places = SimulatedPositions.ofTopic(world.replicas.newest(), follower, House.SERVICE.value());
        return IntStream.range(0, EventRecords.PARTITIONS)
                .allMatch(partition ->
                        places.offset(partition) == topic.partition(partition).size() - 1);
    }

    SimulatedGroup group() {
        return group;
    }

    private void start(Instance instance) {
        Ports ports = instance.ports();
        var inboxes = new SimulatedInboxes(
                House.SERVICE,
                List.of(doors(ports), counting(instance), mirroring(instance)),
                ports.letters(),
                ports.positions(),
                () -> SimulatedConsumer.open(world, topic, group, instance.name(), consumers++),
                () -> world.scheduler.sleep("inbox rests", world.chance.below(60)));
        instance.spawn("inbox", inboxes::run);
    }

    /** The operator's hands, as in the house. */
    void operate() {
        operator.letters().drain((follower, envelope) -> {
            SimulatedComponent component = switch (follower) {
                case DOORS -> doors(operator);
                case COUNTING -> counting(instances.getFirst());
                default -> mirroring(instances.getFirst());
            };
            component.again(operator.letters(), envelope);
        });
    }

    private SimulatedComponent doors(Ports ports) {
        return new SimulatedComponent(DOORS, new OpenDoors(DOORS, world, ports.documents()));
    }

    private SimulatedComponent counting(Instance instance) {
        return new SimulatedComponent(COUNTING, new WhenDoorMovedThenCount(COUNTING, world, instance.commands()));
    }

    private SimulatedComponent mirroring(Instance instance) {
        return new SimulatedComponent(MIRRORING, new WhenDoorMovedThenMirror(MIRRORING, world, instance.commands()));
    }

    void check() {
        OpenDoors.check(DOORS, heard, world.replicas.newest());
        Set<String> expected = WhenDoorMovedThenCount.expected(COUNTING, world.following(COUNTING));
        expected.addAll(WhenDoorMovedThenMirror.expected(MIRRORING, world.following(MIRRORING)));
        Ledger own = world.ledger(LOG.toString());
        own.requireCommands(expected);
        for (int door = 0; door < Client.DOORS; door++) {
            if (heard.isOpen("door-" + door) != own.isOpen("mirror of door-" + door)) {
                throw new Violation("diverged: the mirror of door-" + door);
            }
        }
    }
}
