package io.guildhall.billing.ledger;

import io.guildhall.billing.ledger.LedgerEvent.LedgerPosted;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Projection;
import io.guildhall.platform.follow.ReadModel;
import io.guildhall.platform.follow.ReadModels;
import org.axonframework.eventhandling.EventHandler;

/** Keeps {@link LedgerEntry}; every fact may arrive again, since nothing is added up here. */
@Projection(value = LedgerEntryProjection.NAME, keeps = LedgerEntry.class)
class LedgerEntryProjection {

    static final String NAME = "ledger-entries";

    private final ReadModel<LedgerEntry> entries;

    LedgerEntryProjection(ReadModels models) {
        entries = models.of(LedgerEntry.class);
    }

    @EventHandler
    void on(LedgerPosted posted, Fact fact) {
        entries.save(
                posted.transactionId(),
                new LedgerEntry(
                        posted.transactionId(),
                        posted.communityId(),
                        posted.causeId(),
                        posted.cause(),
                        posted.currency(),
                        posted.postings(),
                        posted.postedAt()),
                fact);
    }
}
