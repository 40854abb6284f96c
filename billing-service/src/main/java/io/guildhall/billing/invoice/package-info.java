/**
 * One invoice per paid order, numbered without a gap within its community and never changed once it is issued. It is the
 * only place in this service where a name and an address of a person end up.
 *
 * <p>In: {@link io.guildhall.billing.invoice.InvoiceCommand}. Out: {@link io.guildhall.billing.invoice.InvoiceEvent}.
 */
@NullMarked
package io.guildhall.billing.invoice;

import org.jspecify.annotations.NullMarked;
