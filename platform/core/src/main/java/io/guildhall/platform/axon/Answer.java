package io.guildhall.platform.axon;

import io.guildhall.platform.log.LogPosition;
import org.jspecify.annotations.Nullable;

/**
 * What a command did.
 *
 * @param position of the last event, {@code null} when nothing had to change
 * @param repeated whether it had been done before
 */
public record Answer(@Nullable LogPosition position, boolean repeated) {}
