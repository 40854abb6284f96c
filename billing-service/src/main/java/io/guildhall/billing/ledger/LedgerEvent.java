package io.guildhall.billing.ledger;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import java.time.Instant;
import java.util.List;

/** The facts of the ledger, as stored for ever. */
public sealed interface LedgerEvent extends InCommunity {

    String transactionId();

    /**
     * A transaction; its postings add up to 0.
     *
     * @param causeId the id of the event that caused it, {@code cause} its name
     */
    @EventName("billing.ledger.posted")
    record LedgerPosted(
            String transactionId,
            String communityId,
            String causeId,
            String cause,
            String currency,
            List<Posting> postings,
            Instant postedAt)
            implements LedgerEvent {

        public LedgerPosted {
            postings = Balance.checked(postings);
        }
    }
}
