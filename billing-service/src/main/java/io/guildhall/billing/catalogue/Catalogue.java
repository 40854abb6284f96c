package io.guildhall.billing.catalogue;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.billing.PlaceCursor;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds offers; one of another community is not found. */
@Component
public class Catalogue {

    private final MongoOperations mongo;

    Catalogue(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Also a retired one. */
    public Optional<CatalogueOffer> find(String communityId, String offerId) {
        return Optional.ofNullable(mongo.findById(offerId, CatalogueOffer.class))
                .filter(offer -> offer.communityId().equals(communityId));
    }

    /** Every version of an offer, the newest first; none where it is not there. */
    public Page<OfferVersion> versions(String communityId, String offerId, PageQuery page) {
        long before = page.after() == null ? Long.MAX_VALUE : PlaceCursor.of(page);
        var wanted = where("offerId")
                .is(offerId)
                .and("version")
                .lt(before)
                .and("communityId")
                .is(communityId);
        var newestFirst = Sort.by(Sort.Direction.DESC, "version");
        var found = mongo.find(query(wanted).with(newestFirst).limit(page.fetch()), OfferVersion.class);
        return Page.of(found, page, version -> Integer.toString(version.version()));
    }

    /** What is on sale, in the order of the newest versions. */
    public Page<CatalogueOffer> onSale(String communityId, PageQuery page) {
        var wanted = where("communityId")
                .is(communityId)
                .and("place")
                .gt(PlaceCursor.of(page))
                .and("retired")
                .is(false);
        var found = mongo.find(query(wanted).with(Sort.by("place")).limit(page.fetch()), CatalogueOffer.class);
        return Page.of(found, page, offer -> Long.toString(offer.place()));
    }
}
