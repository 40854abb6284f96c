package io.guildhall.billing.invoice;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.billing.PlaceCursor;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds invoices; one of another community is not found. */
@Component
public class Invoices {

    private final MongoOperations mongo;

    Invoices(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public Optional<Invoice> find(String communityId, String invoiceId) {
        return Optional.ofNullable(mongo.findById(invoiceId, Invoice.class))
                .filter(invoice -> invoice.communityId().equals(communityId));
    }

    /** The numbers of these invoices, by their ids, as far as they are issued. */
    public Map<String, Long> numbers(Collection<String> invoiceIds) {
        return mongo.find(query(where("_id").in(invoiceIds)), Invoice.class).stream()
                .collect(Collectors.toMap(Invoice::invoiceId, Invoice::number));
    }

    /** In the order of their numbers. */
    public Page<Invoice> of(String communityId, String memberId, PageQuery page) {
        var wanted = where("communityId")
                .is(communityId)
                .and("memberId")
                .is(memberId)
                .and("number")
                .gt(PlaceCursor.of(page));
        var found = mongo.find(query(wanted).with(Sort.by("number")).limit(page.fetch()), Invoice.class);
        return Page.of(found, page, invoice -> Long.toString(invoice.number()));
    }
}
