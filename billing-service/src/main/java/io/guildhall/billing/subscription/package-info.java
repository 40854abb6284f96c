/**
 * What a member holds of one plan: activated by a paid order, renewed at the end of each term by another, ended when it
 * was canceled or nobody paid. One runs per member, community and offer; each activation has an id of its own.
 *
 * <p>Canceling takes effect at the end of the term that runs; while a renewal is being charged, that term is over, and the
 * subscription ends at once. From canceling on no money buys a further term: what arrives all the same, of a renewal that
 * was under way or of an order of the member's own, is returned in full.
 *
 * <p>In: {@link io.guildhall.billing.subscription.SubscriptionCommand}. Out: {@link
 * io.guildhall.billing.subscription.SubscriptionEvent}. Whether somebody has access is decided by grants, elsewhere.
 */
@NullMarked
package io.guildhall.billing.subscription;

import org.jspecify.annotations.NullMarked;
