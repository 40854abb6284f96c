package io.guildhall.billing.subscription;

import io.guildhall.billing.offer.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: a subscription and its present term.
 *
 * @param place in the member's list: the position in the log at which it was activated
 * @param cancelAt the end of the term after which it is not renewed, once it is canceled
 */
@Document("kept_subscription")
@CompoundIndex(name = "mine", def = "{communityId: 1, memberId: 1, place: 1}")
@CompoundIndex(name = "of_offer", def = "{communityId: 1, offerId: 1}")
public record KeptSubscription(
        @Id String subscriptionId,
        String communityId,
        String memberId,
        long place,
        String offerId,
        int offerVersion,
        String name,
        List<String> opens,
        long amountMinor,
        String currency,
        Period period,
        Instant termStart,
        Instant termEnd,
        @Nullable Instant cancelAt,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    public boolean running() {
        return endedAt == null;
    }

    /** {@code active}, {@code cancel-scheduled} or {@code ended}. */
    public String status() {
        if (!running()) {
            return "ended";
        }
        return cancelAt == null ? "active" : "cancel-scheduled";
    }
}
