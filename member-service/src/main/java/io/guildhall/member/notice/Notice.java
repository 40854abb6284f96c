package io.guildhall.member.notice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.member.notice.NoticeCommand.GiveNotice;
import io.guildhall.member.notice.NoticeCommand.ReadNotice;
import io.guildhall.member.notice.NoticeEvent.NoticeGiven;
import io.guildhall.member.notice.NoticeEvent.NoticeRead;
import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.platform.problem.NotFound;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides that a notice is given once, and read once, by its own member. */
@Aggregate
@Snapshotted(name = "member.notice", revision = 1)
class Notice {

    @AggregateIdentifier
    private @Nullable String noticeId;

    private String communityId = "";
    private String memberId = "";
    private boolean read;

    Notice() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveNotice command) {
        if (noticeId == null) {
            apply(new NoticeGiven(
                    command.noticeId(), command.communityId(), command.memberId(), command.kind(), command.about()));
        }
    }

    @CommandHandler
    void handle(ReadNotice command) {
        if (!memberId.equals(command.memberId())) {
            throw new NotFound();
        }
        if (!read) {
            apply(new NoticeRead(command.noticeId(), communityId, memberId));
        }
    }

    @EventSourcingHandler
    void on(NoticeEvent event) {
        switch (event) {
            case NoticeGiven given -> {
                noticeId = given.noticeId();
                communityId = given.communityId();
                memberId = given.memberId();
            }
            case NoticeRead _ -> read = true;
        }
    }
}
