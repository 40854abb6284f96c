package io.guildhall.billing.creditnote;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.guildhall.billing.PlaceCursor;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Finds credit notes; one of another community is not found. */
@Component
public class CreditNotes {

    private final MongoOperations mongo;

    CreditNotes(MongoOperations mongo) {
        this.mongo = mongo;
    }

    public Optional<CreditNote> find(String communityId, String creditNoteId) {
        return Optional.ofNullable(mongo.findById(creditNoteId, CreditNote.class))
                .filter(note -> note.communityId().equals(communityId));
    }

    /** In the order of their numbers. */
    public Page<CreditNote> of(String communityId, String memberId, PageQuery page) {
        var wanted = where("communityId")
                .is(communityId)
                .and("memberId")
                .is(memberId)
                .and("number")
                .gt(PlaceCursor.of(page));
        var found = mongo.find(query(wanted).with(Sort.by("number")).limit(page.fetch()), CreditNote.class);
        return Page.of(found, page, note -> Long.toString(note.number()));
    }
}
