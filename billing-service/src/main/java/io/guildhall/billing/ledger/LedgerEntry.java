package io.guildhall.billing.ledger;

import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** Read model: a transaction of the ledger. */
@Document("ledger_entry")
public record LedgerEntry(
        @Id String transactionId,
        @Indexed String communityId,
        String causeId,
        String cause,
        String currency,
        List<Posting> postings,
        Instant postedAt) {}
