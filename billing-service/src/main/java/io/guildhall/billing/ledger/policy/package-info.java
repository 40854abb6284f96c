/** What is posted when. */
@NullMarked
package io.guildhall.billing.ledger.policy;

import org.jspecify.annotations.NullMarked;
