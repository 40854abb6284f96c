package io.guildhall.analytics.replay.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param communityId whose owner starts it; operators leave it out */
record ReplayRequest(@Size(min = 1, max = 64) @Nullable String communityId) {}
