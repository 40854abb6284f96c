package io.guildhall.platform.follow;

import org.jspecify.annotations.Nullable;

/**
 * How far one projection or policy has come.
 *
 * @param kind {@code projection} or {@code policy}
 * @param source the log it follows
 * @param position of the last event whose effect is durable; in another service's log the newest over all partitions
 * @param lag how many events (in another service's topic: records) it has not seen yet
 * @param trouble what hinders it, if anything does
 */
public record FollowerStatus(
        String name,
        String kind,
        String source,
        long position,
        long lag,
        @Nullable String trouble) {}
