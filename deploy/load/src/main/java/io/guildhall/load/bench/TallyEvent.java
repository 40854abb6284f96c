package io.guildhall.load.bench;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;

sealed interface TallyEvent extends InCommunity {

    String tallyId();

    @EventName("bench.tally.opened")
    record Opened(String communityId, String tallyId, String note) implements TallyEvent {}

    @EventName("bench.tally.added")
    record Added(String communityId, String tallyId, long total, String note) implements TallyEvent {}
}
