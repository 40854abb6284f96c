package io.guildhall.member.grant.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: one grant, with both of its times: when it holds, and when that was recorded.
 *
 * @param givenBy who gave it; none for the installation itself
 * @param knownFrom when it was recorded
 * @param endedAt from when it no longer holds because somebody ended it
 * @param endKnownFrom when that was recorded
 */
@Document("given_grants")
@CompoundIndex(name = "of_member", def = "{communityId: 1, memberId: 1, _id: 1}")
@CompoundIndex(name = "of_community", def = "{communityId: 1, _id: 1}")
public record GivenGrant(
        @Id String grantId,
        String communityId,
        String memberId,
        String resource,
        String source,
        Instant from,
        @Nullable Instant until,
        String reason,
        @Nullable String givenBy,
        Instant knownFrom,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable Instant endKnownFrom) {

    /** Whether it held at a time, as far as was known at another. */
    public boolean holds(Instant at, Instant asKnownAt) {
        boolean known = !knownFrom.isAfter(asKnownAt);
        boolean begun = !from.isAfter(at);
        boolean expired = until != null && !at.isBefore(until);
        boolean ended =
                endedAt != null && endKnownFrom != null && !endKnownFrom.isAfter(asKnownAt) && !at.isBefore(endedAt);
        return known && begun && !expired && !ended;
    }
}
