package io.guildhall.tryout;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.tryout.JarCommand.DropCoins;
import io.guildhall.tryout.JarCommand.FillTo;
import io.guildhall.tryout.JarCommand.PlaceJar;
import io.guildhall.tryout.JarCommand.Thank;
import io.guildhall.tryout.JarEvent.CoinDropped;
import io.guildhall.tryout.JarEvent.Placed;
import io.guildhall.tryout.JarEvent.Thanked;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@Snapshotted(name = "tryout.jar", revision = 1)
class Jar {

    @AggregateIdentifier
    private String jarId;

    private int total;

    Jar() {} // for Axon

    @CommandHandler
    Jar(PlaceJar command) {
        apply(new Placed(command.jarId(), command.owner()));
    }

    @CommandHandler
    void handle(DropCoins command) {
        if (command.coins() < 0) {
            throw new NoCoins();
        }
        for (int i = 0; i < command.coins(); i++) {
            apply(new CoinDropped(jarId, total + 1));
        }
    }

    @CommandHandler
    void handle(FillTo command) {
        if (total > command.coins()) {
            throw new NoCoins();
        }
        handle(new DropCoins(command.jarId(), command.coins() - total));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Thank command) {
        apply(new Thanked(command.jarId(), command.whom()));
    }

    @EventSourcingHandler
    void on(JarEvent event) {
        jarId = event.jarId();
        if (event instanceof CoinDropped dropped) {
            total = dropped.total();
        }
    }
}
