package io.guildhall.billing.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import io.guildhall.billing.offer.OfferKind;
import java.util.Locale;

/** The accounts of a community's ledger; debits are positive. */
public enum Account {
    /** What members owe for what was invoiced. */
    RECEIVABLE,
    /** What the payment provider holds for us. */
    GATEWAY_CLEARING,
    /** Earned with courses. */
    REVENUE,
    /** Taken for terms of plans, to be earned as they pass. */
    DEFERRED_REVENUE;

    /** {@code gateway-clearing} and the like, as everybody reads it. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where a sale of this kind goes. */
    public static Account ofSale(OfferKind kind) {
        return switch (kind) {
            case PLAN -> DEFERRED_REVENUE;
            case COURSE -> REVENUE;
        };
    }
}
