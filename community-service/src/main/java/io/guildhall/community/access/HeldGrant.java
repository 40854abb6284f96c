package io.guildhall.community.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Read model: one grant, as heard.
 *
 * @param resource {@code channel:chn_…} or {@code channel:*} or what other services open
 * @param until the first moment at which it no longer holds
 */
@Document("held_grant")
@CompoundIndex(name = "who_what", def = "{communityId: 1, memberId: 1, resource: 1}")
record HeldGrant(
        @Id String grantId,
        String communityId,
        String memberId,
        String resource,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant endedAt) {

    /** The first moment at which it no longer holds, the end of time if it stays. */
    Instant end() {
        return Stream.of(until, endedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** The beginning of a time that begins so, together with this grant's time if that reaches up to it. */
    Instant extend(Instant begin) {
        return from.isBefore(begin) && !end().isBefore(begin) ? from : begin;
    }

    Decision at(Instant time) {
        if (endedAt != null && !time.isBefore(endedAt)) {
            return Decision.GRANT_ENDED;
        }
        if (until != null && !time.isBefore(until)) {
            return Decision.GRANT_EXPIRED;
        }
        return time.isBefore(from) ? Decision.GRANT_NOT_YET : Decision.ALLOWED;
    }
}
