package io.guildhall.billing.subscription;

import io.guildhall.billing.offer.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: a subscription and its newest paid term, which may be yet to begin.
 *
 * @param place in the member's list: the position in the log at which it was activated
 * @param paidBy the order of the newest term
 * @param renewalOrder the order of the newest renewal that was due
 * @param renewalFailed whether nobody paid the next term; {@code null} for no
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
        @Nullable String paidBy,
        @Nullable String renewalOrder,
        @Nullable Boolean renewalFailed,
        @Nullable Instant cancelAt,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    private static final String ACTIVE = "active";
    private static final String RENEWAL_FAILED = "renewal-failed";

    public boolean running() {
        return endedAt == null;
    }

    /** Whether its holder may not order the offer again: it goes on by itself, or was canceled, and no money makes it longer. */
    public boolean barsAnother() {
        return running() && !status().equals(RENEWAL_FAILED);
    }

    /** When it ends if it is canceled at this moment: a renewal charged ahead is given back until its term begins. */
    public Instant endsIfCanceled(Instant now) {
        boolean renewedAhead = paidBy != null && paidBy.equals(renewalOrder) && now.isBefore(termStart);
        return renewedAhead ? termStart : termEnd;
    }

    /** Whether its term is over, and nobody knows yet whether the next one is paid: what it opens is closed until then. */
    public boolean renewalWaits(Instant now) {
        return status().equals(ACTIVE) && !now.isBefore(termEnd);
    }

    /** {@code active}, {@code renewal-failed}, {@code cancel-scheduled} or {@code ended}. */
    public String status() {
        if (!running()) {
            return "ended";
        }
        if (cancelAt != null) {
            return "cancel-scheduled";
        }
        return Boolean.TRUE.equals(renewalFailed) ? RENEWAL_FAILED : ACTIVE;
    }
}
