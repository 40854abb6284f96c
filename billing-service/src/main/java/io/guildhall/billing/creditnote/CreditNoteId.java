package io.guildhall.billing.creditnote;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;

/** Ids of credit notes and of the books that number them, all derived. */
public final class CreditNoteId {

    private CreditNoteId() {}

    /** @param eventId of the refund, since an order may be refunded in parts */
    public static String of(String eventId) {
        return Ids.derived("crn", eventId.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the one book in which a community's credit notes are numbered. */
    public static String book(String communityId) {
        return Ids.derived("crb", communityId.getBytes(StandardCharsets.UTF_8));
    }
}
