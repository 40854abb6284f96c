/** Purchases follow paid and refunded orders. */
@NullMarked
package io.guildhall.billing.purchase.policy;

import org.jspecify.annotations.NullMarked;
