package io.guildhall.community.access.inbox;

import static java.util.Objects.requireNonNull;

import io.guildhall.platform.follow.Heard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Heard of member-service: somebody may use something, from a time on and perhaps until another. */
@Heard("member.grant.granted")
public record GrantGranted(
        String grantId,
        String communityId,
        String memberId,
        String resource,
        Instant from,
        @Nullable Instant until) {

    public GrantGranted {
        requireNonNull(grantId);
        requireNonNull(communityId);
        requireNonNull(memberId);
        requireNonNull(resource);
        requireNonNull(from);
    }
}
