package io.guildhall.member.notice.list;

import io.guildhall.member.notice.NoticesReadUpTo;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link ReadUpTo}. Every write may be repeated. */
@Projection(value = "notices-read-up-to", keeps = ReadUpTo.class)
class ReadUpToProjection {

    private final ReadModel<ReadUpTo> marks;

    ReadUpToProjection(ReadModels models) {
        this.marks = models.of(ReadUpTo.class);
    }

    @EventHandler
    void on(NoticesReadUpTo event, Fact fact) {
        marks.save(event.memberId(), new ReadUpTo(event.memberId(), event.upTo()), fact);
    }
}
