package io.guildhall.billing.order;

/**
 * What a renewal order renews.
 *
 * @param firstOrderId the order whose means of payment are charged again
 */
public record Renewal(String subscriptionId, String firstOrderId) {}
