package io.guildhall.billing.order;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.billing.PlaceCursor;
import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Finds orders; one of another community is not found. */
@Component
public class Orders {

    private final MongoOperations mongo;

    Orders(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public Optional<KeptOrder> find(String communityId, String orderId) {
        return Optional.ofNullable(mongo.findById(orderId, KeptOrder.class))
                .filter(order -> order.communityId().equals(communityId));
    }

    /** Whether it was not paid in time and is given up. */
    public boolean expired(String communityId, String orderId) {
        return find(communityId, orderId)
                .filter(order -> order.status() == OrderStatus.EXPIRED)
                .isPresent();
    }

    /** Whether the member has paid for the offer and not got the money back. */
    public boolean bought(String communityId, String memberId, String offerId) {
        return mongo.exists(query(of(communityId, memberId, offerId, OrderStatus.PAID)), KeptOrder.class);
    }

    /** The member's own order of the offer, at this version, that waits for its money. */
    public Optional<KeptOrder> open(String communityId, String memberId, SoldOffer offer) {
        var wanted = of(communityId, memberId, offer.offerId(), OrderStatus.PLACED)
                .and("offerVersion")
                .is(offer.version())
                .and("subscriptionId")
                .isNull();
        return Optional.ofNullable(mongo.findOne(query(wanted), KeptOrder.class));
    }

    private static Criteria of(String communityId, String memberId, String offerId, OrderStatus status) {
        return where("communityId")
                .is(communityId)
                .and("memberId")
                .is(memberId)
                .and("offerId")
                .is(offerId)
                .and("status")
                .is(status);
    }

    /** Oldest first. */
    public Page<KeptOrder> of(String communityId, String memberId, PageQuery page) {
        var wanted = where("communityId")
                .is(communityId)
                .and("memberId")
                .is(memberId)
                .and("place")
                .gt(PlaceCursor.of(page));
        var found = mongo.find(query(wanted).with(Sort.by("place")).limit(page.fetch()), KeptOrder.class);
        return Page.of(found, page, order -> Long.toString(order.place()));
    }
}
