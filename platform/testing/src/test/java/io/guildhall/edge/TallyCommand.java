package io.guildhall.edge;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

sealed interface TallyCommand {

    record OpenTally(@TargetAggregateIdentifier String tallyId) implements TallyCommand {}

    record Count(@TargetAggregateIdentifier String tallyId, int by) implements TallyCommand {}
}
