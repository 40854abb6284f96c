package io.guildhall.billing.order.web;

import io.guildhall.billing.catalogue.Catalogue;
import io.guildhall.billing.catalogue.CatalogueOffer;
import io.guildhall.billing.offer.OfferNotOnSale;
import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.billing.order.AlreadyBought;
import io.guildhall.billing.order.AlreadySubscribed;
import io.guildhall.billing.order.Orders;
import io.guildhall.billing.subscription.Subscriptions;
import io.guildhall.platform.problem.NotFound;
import org.springframework.stereotype.Component;

/** Tells at what terms a member may buy an offer at this moment. */
@Component
class Shelf {

    private final Catalogue catalogue;
    private final Orders orders;
    private final Subscriptions subscriptions;

    Shelf(Catalogue catalogue, Orders orders, Subscriptions subscriptions) {
        this.catalogue = catalogue;
        this.orders = orders;
        this.subscriptions = subscriptions;
    }

    /** @throws io.guildhall.platform.problem.Refusal where it is not there, not on sale, or held already */
    SoldOffer take(String communityId, String offerId, String memberId) {
        CatalogueOffer offer = catalogue.find(communityId, offerId).orElseThrow(NotFound::new);
        if (offer.retired()) {
            throw new OfferNotOnSale();
        }
        requireNotHeld(communityId, offer.sold(), memberId);
        return offer.sold();
    }

    private void requireNotHeld(String communityId, SoldOffer offer, String memberId) {
        switch (offer.kind()) {
            case PLAN -> {
                if (subscriptions.held(communityId, memberId, offer.offerId())) {
                    throw new AlreadySubscribed();
                }
            }
            case COURSE -> {
                if (orders.bought(communityId, memberId, offer.offerId())) {
                    throw new AlreadyBought();
                }
            }
        }
    }
}
