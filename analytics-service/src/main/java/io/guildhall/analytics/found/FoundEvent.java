package io.guildhall.analytics.found;

import org.jspecify.annotations.Nullable;

/**
 * Where an event stands.
 *
 * @param service in whose log
 * @param position like {@code member.0/4711}
 * @param sequence its place in its stream, from 0
 */
public record FoundEvent(
        String eventId,
        String name,
        String service,
        String position,
        String streamId,
        long sequence,
        @Nullable String community) {}
