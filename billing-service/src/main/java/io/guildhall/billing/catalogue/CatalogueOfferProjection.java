package io.guildhall.billing.catalogue;

import io.guildhall.billing.offer.OfferEvent;
import io.guildhall.billing.offer.OfferEvent.OfferPublished;
import io.guildhall.billing.offer.OfferEvent.OfferRetired;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.data.mongodb.core.query.Update;

/** Keeps {@link CatalogueOffer}; every fact may arrive again. */
@Projection(value = CatalogueOfferProjection.NAME, keeps = CatalogueOffer.class)
class CatalogueOfferProjection {

    static final String NAME = "catalogue-offers";

    private final ReadModel<CatalogueOffer> offers;

    CatalogueOfferProjection(ReadModels models) {
        offers = models.of(CatalogueOffer.class);
    }

    @EventHandler
    void on(OfferEvent event, Fact fact) {
        switch (event) {
            case OfferPublished published -> offers.save(published.offerId(), of(published, fact), fact);
            case OfferRetired retired -> offers.update(retired.offerId(), new Update().set("retired", true), fact);
        }
    }

    private static CatalogueOffer of(OfferPublished published, Fact fact) {
        return new CatalogueOffer(
                published.offerId(),
                published.communityId(),
                fact.position().number(),
                published.version(),
                published.kind(),
                published.name(),
                published.amountMinor(),
                published.currency(),
                published.period(),
                published.opens(),
                false);
    }
}
