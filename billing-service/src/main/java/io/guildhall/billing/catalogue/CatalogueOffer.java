package io.guildhall.billing.catalogue;

import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.offer.Period;
import io.guildhall.billing.offer.SoldOffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: an offer at its newest version.
 *
 * @param place in the list of offers: the position of its newest version in the log
 */
@Document("catalogue_offer")
@CompoundIndex(name = "of_community", def = "{communityId: 1, place: 1}")
public record CatalogueOffer(
        @Id String offerId,
        String communityId,
        long place,
        int version,
        OfferKind kind,
        String name,
        long amountMinor,
        String currency,
        @Nullable Period period,
        List<String> opens,
        boolean retired) {

    /** As it would be sold now. */
    public SoldOffer sold() {
        return new SoldOffer(offerId, version, kind, name, opens, amountMinor, currency, period);
    }
}
