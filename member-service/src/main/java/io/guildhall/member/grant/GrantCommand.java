package io.guildhall.member.grant;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything a caller may ask of a {@link Grant}. */
public sealed interface GrantCommand {

    String grantId();

    String communityId();

    /**
     * Opens a resource to a member; asking again is harmless. Rejected with {@link GrantEndsBeforeItBegins}.
     *
     * @param source what gave it: {@code manual}, later {@code purchase}, {@code subscription}, …
     * @param from from when it holds, may be past or future
     * @param until from when it no longer holds; none for no end
     */
    record GiveGrant(
            @TargetAggregateIdentifier String grantId,
            String communityId,
            String memberId,
            Resource resource,
            String source,
            Instant from,
            @Nullable Instant until,
            String reason)
            implements GrantCommand {}

    /** Ends this grant and no other; asking again is harmless. Rejected as not found in another community. */
    record EndGrant(@TargetAggregateIdentifier String grantId, String communityId, Instant endedAt, String reason)
            implements GrantCommand {}

    /**
     * Ends what was paid for and is given back, be it that the news of the payment comes only later: then it is never
     * given. Asking again is harmless.
     */
    record WithdrawGrant(
            @TargetAggregateIdentifier String grantId,
            String communityId,
            String memberId,
            Resource resource,
            Instant endedAt,
            String reason,
            String orderId)
            implements GrantCommand {}
}
