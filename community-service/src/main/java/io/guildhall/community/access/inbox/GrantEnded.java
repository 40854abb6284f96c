package io.guildhall.community.access.inbox;

import static java.util.Objects.requireNonNull;

import io.guildhall.platform.follow.Heard;
import java.time.Instant;

/** Heard of member-service: a grant holds no longer. */
@Heard("member.grant.ended")
public record GrantEnded(String grantId, Instant endedAt) {

    public GrantEnded {
        requireNonNull(grantId);
        requireNonNull(endedAt);
    }
}
