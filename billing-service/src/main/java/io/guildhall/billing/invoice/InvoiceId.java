package io.guildhall.billing.invoice;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;

/** Ids of invoices and of the books that number them, all derived. */
public final class InvoiceId {

    private InvoiceId() {}

    public static String of(String orderId) {
        return Ids.derived("inv", orderId.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the one book in which a community's invoices are numbered. */
    public static String book(String communityId) {
        return Ids.derived("ivb", communityId.getBytes(StandardCharsets.UTF_8));
    }
}
