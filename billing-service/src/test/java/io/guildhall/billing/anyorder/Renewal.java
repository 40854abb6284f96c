package io.guildhall.billing.anyorder;

/** What becomes of the charge for one more term. */
enum Renewal {
    PAID,
    /** Charged without an answer, and found by asking. */
    SILENT,
    /** Declined, and told as captured once its order has expired, before the term ends or after. */
    PAID_LATE,
    /** Paid, and canceled before its term begins. */
    TAKEN_BACK,
    /** Declined for good. */
    DECLINED,
    /** Charged without an answer, and canceled before it is told. */
    CANCELED_MEANWHILE;

    boolean isLast() {
        return this == TAKEN_BACK || this == DECLINED || this == CANCELED_MEANWHILE;
    }
}
