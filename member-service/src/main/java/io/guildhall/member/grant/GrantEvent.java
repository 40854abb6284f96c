package io.guildhall.member.grant;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.event.InCommunity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The facts of a grant, as stored and published for ever. */
public sealed interface GrantEvent extends InCommunity {

    String grantId();

    @EventName("member.grant.granted")
    record GrantGranted(
            String grantId,
            String communityId,
            String memberId,
            String resource,
            String source,
            Instant from,
            @Nullable Instant until,
            String reason)
            implements GrantEvent {

        /** The source of what an owner gives. */
        public static final String BY_HAND = "manual";
    }

    /** @param orderId the order whose refund ended it; absent where somebody did by hand, and in the first revision */
    @EventName(value = "member.grant.ended", revision = 2)
    record GrantEnded(
            String grantId,
            String communityId,
            String memberId,
            String resource,
            Instant endedAt,
            String reason,
            @Nullable String orderId)
            implements GrantEvent {

        /** The reason where a refund ended it. */
        public static final String REFUNDED = "refunded";
    }
}
