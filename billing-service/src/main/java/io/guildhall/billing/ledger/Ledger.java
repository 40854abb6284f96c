package io.guildhall.billing.ledger;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Reads the ledger of a community. */
@Component
public class Ledger {

    private final MongoOperations mongo;

    Ledger(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Adds up everything that was posted and compares it with what caused it; takes time in proportion to it. */
    public Audit audit(String communityId) {
        var adding = new Audit.Adding();
        try (Stream<LedgerEntry> entries =
                mongo.stream(query(where("communityId").is(communityId)), LedgerEntry.class)) {
            entries.forEach(adding::add);
        }
        return adding.audit();
    }
}
