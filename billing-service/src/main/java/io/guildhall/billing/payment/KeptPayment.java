package io.guildhall.billing.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: a payment, and what somebody should ask of it.
 *
 * @param place in lists: the position in the log at which it was requested
 * @param questions {@link #IN_DOUBT}, {@link #ASKED_IN_VAIN} and {@link #MISMATCHED}; none of most payments
 * @param doubtedAt since when it is in doubt
 * @param told the newest money that was told of and not asked for
 */
@Document("kept_payment")
@CompoundIndex(name = "questions", def = "{questions: 1, place: 1}")
@CompoundIndex(name = "questionsHere", def = "{communityId: 1, questions: 1, place: 1}")
public record KeptPayment(
        @Id String paymentId,
        String communityId,
        String orderId,
        String memberId,
        long place,
        String provider,
        long amountMinor,
        String currency,
        List<String> questions,
        @Nullable Instant doubtedAt,
        @Nullable ToldMoney told) {

    /** The provider gave no answer, and may have charged or not. */
    public static final String IN_DOUBT = "in-doubt";

    /** It is in doubt, and was asked for the last time. */
    public static final String ASKED_IN_VAIN = "asked-in-vain";

    /** The provider told of other money than was asked for. */
    public static final String MISMATCHED = "mismatched";

    /** Money that a provider told of. */
    public record ToldMoney(String orderId, long amountMinor, String currency, Instant toldAt) {}
}
