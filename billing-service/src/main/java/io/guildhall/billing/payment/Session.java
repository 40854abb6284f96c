package io.guildhall.billing.payment;

/**
 * A payment at its provider.
 *
 * @param url the page where it is paid, absolute or on our own origin
 */
public record Session(String url, ProviderReport report) {}
