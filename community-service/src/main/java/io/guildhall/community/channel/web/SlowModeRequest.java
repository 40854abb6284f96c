package io.guildhall.community.channel.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** @param seconds between two messages of one member, 0 to let everybody talk as fast as he likes; six hours at most */
record SlowModeRequest(@NotNull @Min(0) @Max(21_600) Integer seconds) {}
