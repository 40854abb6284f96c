/**
 * One credit note per refund, of a part of an order or of all of it: numbered without a gap within its community, in a
 * series of its own, and never changed once it is issued. It refers to the invoice that it takes back, and bears no name:
 * that stands on the invoice.
 *
 * <p>In: {@link io.guildhall.billing.creditnote.CreditNoteCommand}. Out: {@link
 * io.guildhall.billing.creditnote.CreditNoteEvent}.
 */
@NullMarked
package io.guildhall.billing.creditnote;

import org.jspecify.annotations.NullMarked;
