package io.guildhall.platform.testing.contract.inbox;

import io.guildhall.platform.follow.Heard;
import org.jspecify.annotations.Nullable;

@Heard("sample.order.placed")
public record OrderPlaced(String orderId, @Nullable String wantedUntil) {}
