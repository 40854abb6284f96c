package io.guildhall.restore;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.privacy.Personal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** Counts its strokes. */
@Aggregate
@Snapshotted(name = "tower.bell", revision = 1)
class Bell {

    record Ring(@TargetAggregateIdentifier String bellId, String ringer, int strokes) {}

    /** @param stroke from 1 */
    @EventName("tower.bell.rung")
    record Rung(String bellId, @Personal(subject = "bellId") String ringer, int stroke) implements InCommunity {
        @Override
        public String communityId() {
            return "com_1";
        }
    }

    @AggregateIdentifier
    private String bellId;

    private int rung;

    Bell() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Ring command) {
        for (int stroke = 0; stroke < command.strokes(); stroke++) {
            apply(new Rung(command.bellId(), command.ringer(), rung + 1));
        }
    }

    @EventSourcingHandler
    void on(Rung event) {
        bellId = event.bellId();
        rung = event.stroke();
    }
}
