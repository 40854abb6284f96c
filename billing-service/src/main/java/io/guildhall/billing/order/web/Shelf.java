package io.guildhall.billing.order.web;

import io.guildhall.billing.catalogue.Catalogue;
import io.guildhall.billing.catalogue.CatalogueOffer;
import io.guildhall.billing.offer.OfferNotOnSale;
import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.billing.order.AlreadySubscribed;
import io.guildhall.billing.subscription.Subscriptions;
import io.guildhall.platform.problem.NotFound;
import org.springframework.stereotype.Component;

/** Tells at what terms a member may buy an offer at this moment. */
@Component
class Shelf {

    private final Catalogue catalogue;
    private final Subscriptions subscriptions;

    Shelf(Catalogue catalogue, Subscriptions subscriptions) {
        this.catalogue = catalogue;
        this.subscriptions = subscriptions;
    }

    /** @throws io.guildhall.platform.problem.Refusal where it is not there, not on sale, or held already */
    SoldOffer take(String communityId, String offerId, String memberId) {
        CatalogueOffer offer = catalogue.find(communityId, offerId).orElseThrow(NotFound::new);
        if (offer.retired()) {
            throw new OfferNotOnSale();
        }
        if (subscriptions.running(communityId, memberId, offerId)) {
            throw new AlreadySubscribed();
        }
        return offer.sold();
    }
}
