package io.guildhall.billing.catalogue.web;

import io.guildhall.billing.catalogue.CatalogueOffer;
import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.offer.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An offer as buyers see it. */
record OfferView(
        String offerId,
        int version,
        OfferKind kind,
        String name,
        long amountMinor,
        String currency,
        @Nullable Period period,
        List<String> opens,
        boolean retired) {

    static OfferView of(CatalogueOffer offer) {
        return new OfferView(
                offer.offerId(),
                offer.version(),
                offer.kind(),
                offer.name(),
                offer.amountMinor(),
                offer.currency(),
                offer.period(),
                offer.opens(),
                offer.retired());
    }
}
