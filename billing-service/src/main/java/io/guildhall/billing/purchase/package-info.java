/**
 * Which order bought a course for a member: the first that is paid. Money of a further one, be it that two pages were
 * open or that a webhook came late, buys nothing and is given back; what the first one opened stays open. Once the first
 * is refunded, the course can be bought anew.
 *
 * <p>In: {@link io.guildhall.billing.purchase.PurchaseCommand}. Out: {@link io.guildhall.billing.purchase.PurchaseEvent}.
 */
@NullMarked
package io.guildhall.billing.purchase;

import org.jspecify.annotations.NullMarked;
