/**
 * The money of one order: asked for, then captured, failed or unknown, as the provider says. What the provider says is
 * checked against what was asked for; what differs is parked with an alarm and pays nothing.
 * A provider that gives no answer is asked again, for five days; then a human is.
 *
 * <p>In: {@link io.guildhall.billing.payment.PaymentCommand}. Out: {@link io.guildhall.billing.payment.PaymentEvent}. The
 * port to providers is {@link io.guildhall.billing.payment.PaymentProvider}.
 */
@NullMarked
package io.guildhall.billing.payment;

import org.jspecify.annotations.NullMarked;
