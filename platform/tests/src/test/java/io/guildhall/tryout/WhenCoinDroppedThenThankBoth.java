package io.guildhall.tryout;

import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Policy;
import io.guildhall.tryout.JarCommand.Thank;
import io.guildhall.tryout.JarEvent.CoinDropped;
import org.axonframework.eventhandling.EventHandler;

/** Each coin is thanked for in two other streams. */
@Policy(WhenCoinDroppedThenThankBoth.NAME)
class WhenCoinDroppedThenThankBoth {

    static final String NAME = "when-coin-dropped-then-thank-both";

    private final Commands commands;

    WhenCoinDroppedThenThankBoth(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(CoinDropped event, Fact fact) {
        commands.send(new Thank(event.jarId() + "-left", "coin " + event.total()), fact, NAME, "left");
        commands.send(new Thank(event.jarId() + "-right", "coin " + event.total()), fact, NAME, "right");
    }
}
