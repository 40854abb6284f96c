package io.guildhall.member.notice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.platform.axon.Snapshotted;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides up to which moment a member has read all notices; it never goes back. */
@Aggregate
@Snapshotted(name = "member.read-mark", revision = 1)
class ReadMark {

    @AggregateIdentifier
    private @Nullable String markId;

    private Instant upTo = Instant.EPOCH;

    ReadMark() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReadNoticesUpTo command) {
        if (command.upTo().isAfter(upTo)) {
            apply(new NoticesReadUpTo(command.markId(), command.memberId(), command.upTo()));
        }
    }

    @EventSourcingHandler
    void on(NoticesReadUpTo event) {
        markId = event.markId();
        upTo = event.upTo();
    }
}
