package io.guildhall.platform.simulation;

import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.simulation.Heard.Closed;
import io.guildhall.platform.simulation.Heard.Opened;
import io.guildhall.platform.simulation.Wish.Close;
import io.guildhall.platform.simulation.Wish.Open;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventHandler;

/** A policy whose commands are refused as soon as one is missing, repeated or out of order. */
final class WhenDoorMovedThenMirror {

    private final String name;
    private final World world;
    private final Commands commands;

    WhenDoorMovedThenMirror(String name, World world, Commands commands) {
        this.name = name;
        this.world = world;
        this.commands = commands;
    }

    @EventHandler
    void on(Opened opened, Fact fact) {
        send(new Open("mirror of " + fact.streamId()), fact);
    }

    @EventHandler
    void on(Closed closed, Fact fact) {
        send(new Close("mirror of " + fact.streamId()), fact);
    }

    private void send(Wish wish, Fact fact) {
        world.handle(name, fact, () -> commands.send(wish, fact, name));
    }

    /** The commands that all events together cause. */
    static Set<String> expected(String name, Following following) {
        Set<String> expected = new TreeSet<>();
        following.forEachHeard((_, event, _) -> expected.add(event.id() + "/" + name));
        return expected;
    }
}
