package io.guildhall.billing.ledger;

/** @param amountMinor positive is a debit, negative a credit */
public record Posting(Account account, long amountMinor) {}
