package io.guildhall.course;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.log.LogPosition;
import java.time.Instant;

/** Makes the facts around events for tests of projections and policies. */
public final class Facts {

    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private Facts() {}

    /** An event of the own log; it became true so many seconds after {@link #START}. */
    public static Fact own(long position) {
        return fact("course", position, "", position, true);
    }

    public static Fact heard(String streamId, long sequence) {
        return fact("member", 1000 + sequence, streamId, sequence, false);
    }

    private static Fact fact(String service, long position, String streamId, long sequence, boolean own) {
        Instant at = START.plusSeconds(position);
        return new Fact(
                service,
                new LogPosition(service + ".0", position),
                service + "-event-" + streamId + position,
                "",
                1,
                streamId,
                sequence,
                "com_1",
                at,
                at,
                null,
                "correlation",
                own);
    }
}
