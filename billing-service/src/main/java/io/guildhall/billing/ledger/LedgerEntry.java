package io.guildhall.billing.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: a transaction as the ledger has it, beside what the event that causes it demands.
 *
 * @param subjectId the payment, order or invoice that the event is of; {@code null} while no such event is known
 * @param due what must be posted; {@code null} likewise
 * @param posted what was posted; {@code null} while nothing was
 */
@Document("ledger_transactions")
public record LedgerEntry(
        @Id String transactionId,
        @Indexed String communityId,
        String causeId,
        String cause,
        String currency,
        Instant at,
        @Nullable String subjectId,
        @Nullable List<Posting> due,
        @Nullable List<Posting> posted) {

    Optional<Fault> fault() {
        if (posted == null) {
            return Optional.of(Fault.MISSING);
        }
        if (due == null) {
            return Optional.of(Fault.WITHOUT_CAUSE);
        }
        return due.equals(posted) ? Optional.empty() : Optional.of(Fault.DIFFERENT);
    }
}
