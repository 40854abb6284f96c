package io.guildhall.billing.payment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Keeps where an order is paid, as its provider told it: no event knows that, and whoever may ask again need not. */
@Component
public class CheckoutPages {

    @Document("checkout_pages")
    record CheckoutPage(@Id String orderId, String url) {}

    private final MongoOperations mongo;

    CheckoutPages(MongoOperations mongo) {
        this.mongo = mongo;
    }

    void keep(String orderId, String url) {
        mongo.save(new CheckoutPage(orderId, url));
    }

    /** The pages of these orders, by their ids, as far as they were begun; a paid order has no use for it. */
    public Map<String, String> of(Collection<String> orderIds) {
        return mongo.find(query(where("_id").in(orderIds)), CheckoutPage.class).stream()
                .collect(Collectors.toMap(CheckoutPage::orderId, CheckoutPage::url));
    }
}
