package io.guildhall.billing.payment;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.billing.PlaceCursor;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Finds the payments that a human should look at, oldest first. */
@Component
public class PaymentQuestions {

    private static final List<String> ALL = List.of(KeptPayment.IN_DOUBT, KeptPayment.MISMATCHED);

    private final MongoOperations mongo;

    PaymentQuestions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Of a community. */
    public Page<KeptPayment> of(String communityId, PageQuery page) {
        return find(where("communityId").is(communityId).and("questions").in(ALL), page);
    }

    /** Of the whole installation. */
    public Page<KeptPayment> all(PageQuery page) {
        return find(where("questions").in(ALL), page);
    }

    private Page<KeptPayment> find(Criteria wanted, PageQuery page) {
        Criteria behind = wanted.and("place").gt(PlaceCursor.of(page));
        var found = mongo.find(query(behind).with(Sort.by("place")).limit(page.fetch()), KeptPayment.class);
        return Page.of(found, page, payment -> Long.toString(payment.place()));
    }
}
