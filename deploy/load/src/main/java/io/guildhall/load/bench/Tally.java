package io.guildhall.load.bench;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.load.bench.TallyCommand.AddToTally;
import io.guildhall.load.bench.TallyCommand.OpenTally;
import io.guildhall.load.bench.TallyEvent.Added;
import io.guildhall.load.bench.TallyEvent.Opened;
import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Counts. */
@Aggregate
@Snapshotted(name = "bench.tally", revision = 1)
class Tally {

    private static final String COMMUNITY = "com_bench";

    @AggregateIdentifier
    private @Nullable String tallyId;

    private long total;

    Tally() {} // for Axon

    @CommandHandler
    Tally(OpenTally command) {
        apply(new Opened(COMMUNITY, command.tallyId(), command.note()));
    }

    @CommandHandler
    void handle(AddToTally command) {
        apply(new Added(COMMUNITY, command.tallyId(), total + 1, command.note()));
    }

    @EventSourcingHandler
    void on(TallyEvent event) {
        switch (event) {
            case Opened opened -> tallyId = opened.tallyId();
            case Added added -> total = added.total();
        }
    }
}
