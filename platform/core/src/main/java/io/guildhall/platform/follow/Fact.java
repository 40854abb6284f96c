package io.guildhall.platform.follow;

import io.guildhall.platform.log.LogPosition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an event beside its content, the same for events of the own log and of other services.
 *
 * @param service who tells it: {@code member}, {@code course}, …
 * @param sequence its place in its stream, from 0
 * @param validAt when it became true; {@code recordedAt} is when we learned it
 * @param own whether it was read from the own log
 */
public record Fact(
        String service,
        LogPosition position,
        String eventId,
        String name,
        int revision,
        String streamId,
        long sequence,
        @Nullable String community,
        Instant recordedAt,
        Instant validAt,
        @Nullable String actor,
        String correlationId,
        boolean own) {

    /** The same, for what follows from it but becomes true at another moment. */
    public Fact validFrom(Instant moment) {
        return new Fact(
                service,
                position,
                eventId,
                name,
                revision,
                streamId,
                sequence,
                community,
                recordedAt,
                moment,
                actor,
                correlationId,
                own);
    }
}
