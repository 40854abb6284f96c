/** Invoices follow paid orders. */
@NullMarked
package io.guildhall.billing.invoice.policy;

import org.jspecify.annotations.NullMarked;
