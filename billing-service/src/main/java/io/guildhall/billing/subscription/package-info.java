/**
 * What a member holds of one plan: activated by a paid order, renewed at the end of each term by another, ended when it
 * was canceled or nobody paid. One runs per member, community and offer; each activation has an id of its own.
 *
 * <p>In: {@link io.guildhall.billing.subscription.SubscriptionCommand}. Out: {@link
 * io.guildhall.billing.subscription.SubscriptionEvent}. Whether somebody has access is decided by grants, elsewhere.
 */
@NullMarked
package io.guildhall.billing.subscription;

import org.jspecify.annotations.NullMarked;
