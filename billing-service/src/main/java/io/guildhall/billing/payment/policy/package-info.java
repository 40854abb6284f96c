/** Charging renewals, and asking the provider when nothing is heard of it. */
@NullMarked
package io.guildhall.billing.payment.policy;

import org.jspecify.annotations.NullMarked;
