/** The audit over HTTP. */
@NullMarked
package io.guildhall.billing.ledger.web;

import org.jspecify.annotations.NullMarked;
