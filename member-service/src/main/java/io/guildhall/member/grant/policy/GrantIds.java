package io.guildhall.member.grant.policy;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Ids of grants that follow from a payment: who knows the payment finds its grants. */
final class GrantIds {

    private GrantIds() {}

    static String ofOrder(String orderId, String resource) {
        return of(orderId + "/" + resource);
    }

    static String ofTerm(String subscriptionId, Instant termStart, String resource) {
        return of(subscriptionId + "/" + termStart + "/" + resource);
    }

    private static String of(String reason) {
        return Ids.derived("grt", reason.getBytes(StandardCharsets.UTF_8));
    }
}
