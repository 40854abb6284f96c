package io.guildhall.member.notice;

import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A member has read every notice that was given up to a moment, this included; asking again, or for an earlier moment, is
 * harmless.
 */
public record ReadNoticesUpTo(@TargetAggregateIdentifier String markId, String memberId, Instant upTo) {

    public static ReadNoticesUpTo of(String memberId, Instant upTo) {
        return new ReadNoticesUpTo(Ids.derived("nmk", memberId.getBytes(StandardCharsets.UTF_8)), memberId, upTo);
    }
}
