package io.guildhall.edge;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.edge.TallyCommand.Count;
import io.guildhall.edge.TallyCommand.Label;
import io.guildhall.edge.TallyCommand.OpenTally;
import io.guildhall.edge.TallyEvent.Counted;
import io.guildhall.edge.TallyEvent.Labeled;
import io.guildhall.edge.TallyEvent.Opened;
import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@Snapshotted(name = "edge.tally", revision = 1)
class Tally {

    static final int MOST = 100;

    @AggregateIdentifier
    private String tallyId;

    private int total;

    private String text = "";

    private String owner = "";

    Tally() {} // for Axon

    @CommandHandler
    Tally(OpenTally command) {
        apply(new Opened(command.tallyId()));
    }

    @CommandHandler
    void handle(Count command) {
        if (total + command.by() > MOST) {
            throw new TallyFull(MOST);
        }
        apply(new Counted(tallyId, total + command.by()));
    }

    @CommandHandler
    void handle(Label command) {
        apply(new Labeled(tallyId, command.text(), command.owner()));
    }

    @EventSourcingHandler
    void on(TallyEvent event) {
        tallyId = event.tallyId();
        switch (event) {
            case Opened _ -> total = 0;
            case Counted counted -> total = counted.total();
            case Labeled labeled -> {
                text = labeled.text();
                owner = labeled.owner();
            }
        }
    }
}
