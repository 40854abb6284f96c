/** What follows for subscriptions from orders and from the end of a term. */
@NullMarked
package io.guildhall.billing.subscription.policy;

import org.jspecify.annotations.NullMarked;
