package io.guildhall.billing.catalogue;

import io.guildhall.billing.offer.OfferEvent;
import io.guildhall.billing.offer.OfferEvent.OfferPublished;
import io.guildhall.billing.offer.OfferEvent.OfferRetired;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link OfferVersion}; every fact may arrive again. */
@Projection(value = OfferVersionProjection.NAME, keeps = OfferVersion.class)
class OfferVersionProjection {

    static final String NAME = "offer-versions";

    private final ReadModel<OfferVersion> versions;

    OfferVersionProjection(ReadModels models) {
        versions = models.of(OfferVersion.class);
    }

    @EventHandler
    void on(OfferEvent event, Fact fact) {
        switch (event) {
            case OfferPublished published -> {
                OfferVersion version = of(published, fact);
                versions.save(version.id(), version, fact);
            }
            case OfferRetired _ -> {} // its versions stay what they were
        }
    }

    private static OfferVersion of(OfferPublished published, Fact fact) {
        return new OfferVersion(
                published.offerId() + "/" + published.version(),
                published.offerId(),
                published.communityId(),
                published.version(),
                published.name(),
                published.amountMinor(),
                published.currency(),
                published.opens(),
                fact.validAt());
    }
}
