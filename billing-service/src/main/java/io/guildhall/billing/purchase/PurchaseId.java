package io.guildhall.billing.purchase;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;

/** The one id of what a member has bought of an offer. */
public final class PurchaseId {

    private PurchaseId() {}

    public static String of(String communityId, String memberId, String offerId) {
        String whole = communityId + "/" + memberId + "/" + offerId;
        return Ids.derived("pur", whole.getBytes(StandardCharsets.UTF_8));
    }
}
