package io.guildhall.platform.follow;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.log.Meta;
import io.guildhall.platform.log.StoredEvent;
import java.time.Instant;

/** Makes envelopes of what lies in the own log. */
final class Envelopes {

    private Envelopes() {}

    static Envelope of(LogName log, Commit commit, StoredEvent event, long position) {
        String validAt = event.meta().get(Meta.VALID_AT);
        var fact = new Fact(
                log.service(),
                new LogPosition(log.toString(), position),
                event.id(),
                event.name(),
                event.revision(),
                commit.streamId(),
                event.sequence(),
                commit.community(),
                event.at(),
                validAt == null ? event.at() : Instant.parse(validAt),
                event.meta().get(Meta.ACTOR),
                event.meta().getOrDefault(Meta.CORRELATION, event.id()),
                true);
        return new Envelope(fact, event.payload());
    }
}
