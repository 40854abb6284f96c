package io.guildhall.billing.subscription;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.billing.PlaceCursor;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Finds subscriptions; follows the facts after a moment. */
@Component
public class Subscriptions {

    private final MongoOperations mongo;

    Subscriptions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Whether the member holds a subscription to the offer that bars another order of it. */
    public boolean held(String communityId, String memberId, String offerId) {
        return mongo.find(query(of(communityId, memberId)), KeptSubscription.class).stream()
                .anyMatch(held -> held.barsAnother() && held.offerId().equals(offerId));
    }

    /** One of this member in this community. */
    public Optional<KeptSubscription> find(String communityId, String memberId, String subscriptionId) {
        return Optional.ofNullable(mongo.findById(subscriptionId, KeptSubscription.class))
                .filter(found -> found.communityId().equals(communityId))
                .filter(found -> found.memberId().equals(memberId));
    }

    /** Oldest first, also those that have ended. */
    public Page<KeptSubscription> page(String communityId, String memberId, PageQuery page) {
        var wanted = of(communityId, memberId).and("place").gt(PlaceCursor.of(page));
        var found = mongo.find(query(wanted).with(Sort.by("place")).limit(page.fetch()), KeptSubscription.class);
        return Page.of(found, page, held -> Long.toString(held.place()));
    }

    private static Criteria of(String communityId, String memberId) {
        return where("communityId").is(communityId).and("memberId").is(memberId);
    }
}
