package io.guildhall.billing.ledger;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that may be asked of a {@link Transaction}. */
public sealed interface LedgerCommand {

    /**
     * Posts what an event means in money; posted once for each event, however often it is asked.
     *
     * @param causeId the id of the event
     * @param cause the name of the event
     */
    record PostTransaction(
            @TargetAggregateIdentifier String transactionId,
            String communityId,
            String causeId,
            String cause,
            String currency,
            List<Posting> postings,
            Instant postedAt)
            implements LedgerCommand {

        public PostTransaction {
            postings = Balance.checked(postings);
        }

        /** From one account to another. */
        public static PostTransaction of(
                String communityId,
                String causeId,
                String cause,
                Account debit,
                Account credit,
                long amountMinor,
                String currency,
                Instant postedAt) {
            return new PostTransaction(
                    Ids.derived("txn", causeId.getBytes(StandardCharsets.UTF_8)),
                    communityId,
                    causeId,
                    cause,
                    currency,
                    List.of(new Posting(debit, amountMinor), new Posting(credit, -amountMinor)),
                    postedAt);
        }
    }
}
