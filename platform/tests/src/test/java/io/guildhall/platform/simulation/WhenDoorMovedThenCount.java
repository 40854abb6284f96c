package io.guildhall.platform.simulation;

import io.guildhall.platform.axon.CommandContext;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.simulation.Heard.Closed;
import io.guildhall.platform.simulation.Heard.Opened;
import io.guildhall.platform.simulation.Wish.Count;
import io.guildhall.platform.simulation.Wish.Say;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventHandler;

/** A policy that sends each event to two other streams. */
final class WhenDoorMovedThenCount {

    private final String name;
    private final World world;
    private final Commands commands;

    WhenDoorMovedThenCount(String name, World world, Commands commands) {
        this.name = name;
        this.world = world;
        this.commands = commands;
    }

    @EventHandler
    void on(Opened opened, Fact fact) {
        send(fact);
    }

    @EventHandler
    void on(Closed closed, Fact fact) {
        send(fact);
    }

    private void send(Fact fact) {
        world.handle(name, fact, () -> {
            if (world.is(Variation.RANDOM_COMMAND_IDS)) {
                commands.sendAs(CommandContext.of(world.nextId("random"), null), new Count("tally"));
            } else {
                commands.send(new Count("tally"), fact, name, "count");
            }
            commands.send(new Say("gossip", 1), fact, name, "say");
        });
    }

    /** The commands that all events together cause. */
    static Set<String> expected(String name, Following following) {
        Set<String> expected = new TreeSet<>();
        following.forEachHeard((_, event, _) -> {
            expected.add(event.id() + "/" + name + "/count");
            expected.add(event.id() + "/" + name + "/say");
        });
        return expected;
    }
}
