package io.guildhall.member.key;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.member.key.AccessKeyCommand.CreateAccessKey;
import io.guildhall.member.key.AccessKeyCommand.EndAccessKey;
import io.guildhall.member.key.AccessKeyEvent.AccessKeyCreated;
import io.guildhall.member.key.AccessKeyEvent.AccessKeyEnded;
import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.platform.problem.NotFound;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides that only its member ends a key, and that it stays ended. */
@Aggregate
@Snapshotted(name = "member.access-key", revision = 1)
class AccessKey {

    @AggregateIdentifier
    private @Nullable String keyId;

    private String memberId = "";
    private boolean ended;

    AccessKey() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CreateAccessKey command) {
        if (keyId == null) {
            apply(new AccessKeyCreated(
                    command.keyId(), command.memberId(), command.name(), command.hash(), command.expiresAt()));
        }
    }

    @CommandHandler
    void handle(EndAccessKey command) {
        if (!memberId.equals(command.memberId())) {
            throw new NotFound();
        }
        if (!ended) {
            apply(new AccessKeyEnded(command.keyId(), memberId));
        }
    }

    @EventSourcingHandler
    void on(AccessKeyEvent event) {
        switch (event) {
            case AccessKeyCreated created -> {
                keyId = created.keyId();
                memberId = created.memberId();
            }
            case AccessKeyEnded _ -> ended = true;
        }
    }
}
