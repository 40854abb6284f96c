/**
 * Double entry: every invoice, captured payment and refund is a transaction whose postings add up to nothing. What stands
 * here is never changed; a refund is a transaction of its own. The audit adds it all up, and compares it with what happened.
 *
 * <p>In: {@link io.guildhall.billing.ledger.LedgerCommand}. Out: {@link io.guildhall.billing.ledger.LedgerEvent}.
 */
@NullMarked
package io.guildhall.billing.ledger;

import org.jspecify.annotations.NullMarked;
