package io.guildhall.member.grant.policy;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;

/** Ids of grants that follow from a payment: who knows the order that was paid finds its grants. */
final class GrantIds {

    private GrantIds() {}

    static String of(String orderId, String resource) {
        return Ids.derived("grt", (orderId + "/" + resource).getBytes(StandardCharsets.UTF_8));
    }
}
