package io.guildhall.edge;

import io.guildhall.platform.event.CommandName;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

sealed interface TallyCommand {

    record OpenTally(@TargetAggregateIdentifier String tallyId) implements TallyCommand {}

    record Label(@TargetAggregateIdentifier String tallyId, String text, String owner) implements TallyCommand {}

    @CommandName("edge.tally.count")
    record Count(@TargetAggregateIdentifier String tallyId, int by) implements TallyCommand {}
}
