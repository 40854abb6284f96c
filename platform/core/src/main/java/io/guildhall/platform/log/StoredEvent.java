package io.guildhall.platform.log;

import java.time.Instant;
import java.util.Map;

/**
 * One event as it lies in the log.
 *
 * @param id unique for ever
 * @param sequence its place in its stream, from 0
 * @param at when it was recorded
 * @param payload JSON, published as it is
 * @param meta who, why and what caused it: keys of {@link Meta}
 */
public record StoredEvent(
        String id, String name, int revision, long sequence, Instant at, String payload, Map<String, String> meta) {

    StoredEvent withSequence(long other) {
        return other == sequence ? this : new StoredEvent(id, name, revision, other, at, payload, meta);
    }
}
