package io.guildhall.load.bench;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

sealed interface TallyCommand {

    record OpenTally(@TargetAggregateIdentifier String tallyId, String note) implements TallyCommand {}

    record AddToTally(@TargetAggregateIdentifier String tallyId, String note) implements TallyCommand {}
}
