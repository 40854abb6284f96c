/** Invoices over HTTP. */
@NullMarked
package io.guildhall.billing.invoice.web;

import org.jspecify.annotations.NullMarked;
