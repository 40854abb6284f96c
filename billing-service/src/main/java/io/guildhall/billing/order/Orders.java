package io.guildhall.billing.order;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.billing.PlaceCursor;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
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

    /** Whether the member has paid for the offer and not got the money back. */
    public boolean bought(String communityId, String memberId, String offerId) {
        var wanted = where("communityId")
                .is(communityId)
                .and("memberId")
                .is(memberId)
                .and("offerId")
                .is(offerId)
                .and("status")
                .is(OrderStatus.PAID);
        return mongo.exists(query(wanted), KeptOrder.class);
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
