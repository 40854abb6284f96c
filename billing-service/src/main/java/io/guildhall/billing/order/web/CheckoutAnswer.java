package io.guildhall.billing.order.web;

/**
 * An order that waits for its money.
 *
 * @param checkoutUrl the provider's page; coming back from it says nothing about the payment
 */
record CheckoutAnswer(String orderId, long amountMinor, String currency, String checkoutUrl) {}
