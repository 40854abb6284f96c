package io.guildhall.member.grant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.member.grant.GrantCommand.EndGrant;
import io.guildhall.member.grant.GrantCommand.GiveGrant;
import io.guildhall.member.grant.GrantCommand.WithdrawGrant;
import io.guildhall.member.grant.GrantEvent.GrantEnded;
import io.guildhall.member.grant.GrantEvent.GrantGranted;
import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.platform.problem.NotFound;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides that a grant is given once and ended once, in its own community. */
@Aggregate
@Snapshotted(name = "member.grant", revision = 1)
class Grant {

    @AggregateIdentifier
    private @Nullable String grantId;

    private String communityId = "";
    private String memberId = "";
    private String resource = "";
    private boolean ended;

    Grant() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(GiveGrant command) {
        if (grantId != null) {
            return;
        }
        if (command.until() != null && !command.until().isAfter(command.from())) {
            throw new GrantEndsBeforeItBegins(command.from(), command.until());
        }
        apply(new GrantGranted(
                command.grantId(),
                command.communityId(),
                command.memberId(),
                command.resource().text(),
                command.source(),
                command.from(),
                command.until(),
                command.reason()));
    }

    @CommandHandler
    void handle(EndGrant command) {
        if (!communityId.equals(command.communityId())) {
            throw new NotFound();
        }
        if (!ended) {
            apply(new GrantEnded(
                    command.grantId(), communityId, memberId, resource, command.endedAt(), command.reason(), null));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawGrant command) {
        if (!ended) {
            apply(new GrantEnded(
                    command.grantId(),
                    command.communityId(),
                    command.memberId(),
                    command.resource().text(),
                    command.endedAt(),
                    command.reason(),
                    command.orderId()));
        }
    }

    @EventSourcingHandler
    void on(GrantEvent event) {
        switch (event) {
            case GrantGranted granted -> {
                grantId = granted.grantId();
                communityId = granted.communityId();
                memberId = granted.memberId();
                resource = granted.resource();
            }
            case GrantEnded withdrawn -> {
                grantId = withdrawn.grantId();
                communityId = withdrawn.communityId();
                memberId = withdrawn.memberId();
                resource = withdrawn.resource();
                ended = true;
            }
        }
    }
}
