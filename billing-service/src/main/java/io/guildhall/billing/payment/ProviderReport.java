package io.guildhall.billing.payment;

/** What a provider says about a payment; to be compared with what was asked for. */
public record ProviderReport(String orderId, long amountMinor, String currency, ProviderResult result) {}
