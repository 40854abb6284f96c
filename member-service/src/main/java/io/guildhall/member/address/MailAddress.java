package io.guildhall.member.address;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.member.address.MailAddressCommand.ClaimMailAddress;
import io.guildhall.member.address.MailAddressEvent.MailAddressClaimRefused;
import io.guildhall.member.address.MailAddressEvent.MailAddressClaimed;
import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides whose account a mail address belongs to: the first that claims it. */
@Aggregate
@Snapshotted(name = "member.mail-address", revision = 1)
class MailAddress {

    @AggregateIdentifier
    private @Nullable String mailAddressId;

    private @Nullable String owner;

    MailAddress() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ClaimMailAddress command) {
        if (owner == null) {
            apply(new MailAddressClaimed(command.mailAddressId(), command.memberId()));
        } else if (!owner.equals(command.memberId())) {
            apply(new MailAddressClaimRefused(command.mailAddressId(), command.memberId()));
        }
    }

    @EventSourcingHandler
    void on(MailAddressEvent event) {
        mailAddressId = event.mailAddressId();
        switch (event) {
            case MailAddressClaimed claimed -> owner = claimed.memberId();
            case MailAddressClaimRefused _ -> {} // stays with its owner
        }
    }
}
