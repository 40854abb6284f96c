/** What follows for orders from payments and subscriptions. */
@NullMarked
package io.guildhall.billing.order.policy;

import org.jspecify.annotations.NullMarked;
