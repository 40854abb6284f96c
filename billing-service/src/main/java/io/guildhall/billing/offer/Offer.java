package io.guildhall.billing.offer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.guildhall.billing.offer.OfferCommand.PublishOffer;
import io.guildhall.billing.offer.OfferCommand.RetireOffer;
import io.guildhall.billing.offer.OfferCommand.ReviseOffer;
import io.guildhall.billing.offer.OfferEvent.OfferPublished;
import io.guildhall.billing.offer.OfferEvent.OfferRetired;
import io.guildhall.platform.axon.Snapshotted;
import io.guildhall.platform.problem.NotFound;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Decides that each change of an offer is a version of its own, and that what is retired stays so. */
@Aggregate
@Snapshotted(name = "billing.offer", revision = 1)
class Offer {

    @AggregateIdentifier
    private String offerId;

    private String communityId = "";
    private int version;
    private OfferKind kind = OfferKind.COURSE;
    private @Nullable Period period;
    private boolean retired;

    Offer() {} // for Axon

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(PublishOffer command) {
        apply(new OfferPublished(
                command.offerId(),
                command.communityId(),
                1,
                command.kind(),
                command.name(),
                command.amountMinor(),
                command.currency(),
                command.period(),
                command.opens()));
    }

    @CommandHandler
    void handle(ReviseOffer command) {
        requireOurs(command);
        if (retired) {
            throw new OfferNotOnSale();
        }
        apply(new OfferPublished(
                offerId,
                communityId,
                version + 1,
                kind,
                command.name(),
                command.amountMinor(),
                command.currency(),
                period,
                command.opens()));
    }

    @CommandHandler
    void handle(RetireOffer command) {
        requireOurs(command);
        if (!retired) {
            apply(new OfferRetired(offerId, communityId));
        }
    }

    @EventSourcingHandler
    void on(OfferEvent event) {
        switch (event) {
            case OfferPublished published -> {
                offerId = published.offerId();
                communityId = published.communityId();
                version = published.version();
                kind = published.kind();
                period = published.period();
            }
            case OfferRetired _ -> retired = true;
        }
    }

    private void requireOurs(OfferCommand command) {
        if (!communityId.equals(command.communityId())) {
            throw new NotFound();
        }
    }
}
