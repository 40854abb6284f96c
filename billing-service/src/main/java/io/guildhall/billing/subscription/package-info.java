/**
 * What a member holds of one plan: activated by a paid order, renewed for each further term by another, ended when it was
 * canceled or nobody paid. One runs per member, community and offer; each activation has an id of its own.
 *
 * <p>A renewal is ordered and charged ahead of the end ({@link io.guildhall.billing.subscription.RenewalDate}), so a paid
 * term follows the one before without a gap. At the end of the term
 *
 * <ul>
 *   <li>what is paid goes on;
 *   <li>what was canceled, or could not be charged, ends: at that moment and not before;
 *   <li>where the provider has given no answer until then, the order expires and the subscription ends as well; no access
 *       is given on credit, and none that was paid is lost: money that turns out to be taken begins a new term when that is
 *       known;
 *   <li>where the renewal was ordered late, since nobody was there a day ahead, it waits for its money for up to 23 hours,
 *       closed meanwhile, and goes on from that end when it is paid.
 * </ul>
 *
 * <p>Canceling takes effect at the end of the term that runs. A renewal that is being charged buys nothing then, and one
 * that was charged ahead is taken back: its money is returned in full, as is that of an order of the member's own that
 * arrives later. Once its term has begun, a renewal is kept to its end.
 *
 * <p>In: {@link io.guildhall.billing.subscription.SubscriptionCommand}. Out: {@link
 * io.guildhall.billing.subscription.SubscriptionEvent}. Whether somebody has access is decided by grants, elsewhere.
 */
@NullMarked
package io.guildhall.billing.subscription;

import org.jspecify.annotations.NullMarked;
