package io.guildhall.billing.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What may be wrong with a transaction although it adds up to 0. */
public enum Fault {
    /** The payment, refund or invoice is there, and its transaction is not. */
    MISSING,
    /** The transaction is there, and nothing that caused it. */
    WITHOUT_CAUSE,
    /** The transaction is not what its cause demands. */
    DIFFERENT;

    /** {@code without-cause} and the like, as everybody reads it. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
