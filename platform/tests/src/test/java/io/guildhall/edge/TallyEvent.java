package io.guildhall.edge;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.privacy.Personal;

sealed interface TallyEvent extends InCommunity {

    String tallyId();

    @Override
    default String communityId() {
        return "com_1";
    }

    @EventName("edge.tally.opened")
    record Opened(String tallyId) implements TallyEvent {}

    @EventName("edge.tally.labeled")
    record Labeled(
            String tallyId,
            String text,
            @Personal(subject = "tallyId") String owner) implements TallyEvent {}

    @EventName("edge.tally.counted")
    record Counted(String tallyId, int total) implements TallyEvent {}
}
