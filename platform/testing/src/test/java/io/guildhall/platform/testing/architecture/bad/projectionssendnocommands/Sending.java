package io.guildhall.platform.testing.architecture.bad.projectionssendnocommands;

import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Projection;
import org.axonframework.eventhandling.EventHandler;

@Projection(
        value = "sending",
        keeps = {})
class Sending {
    private final Commands commands;

    Sending(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(String event) {
        commands.send(event);
    }
}
