/**
 * One purchase of one offer by one member, at the version and price of that moment: placed, then paid or expired, and
 * perhaps refunded, in parts or whole. Renewals of subscriptions are orders, too.
 *
 * <p>In: {@link io.guildhall.billing.order.OrderCommand}. Out: {@link io.guildhall.billing.order.OrderEvent}.
 */
@NullMarked
package io.guildhall.billing.order;

import org.jspecify.annotations.NullMarked;
