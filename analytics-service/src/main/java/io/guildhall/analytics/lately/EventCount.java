package io.guildhall.analytics.lately;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often something happened.
 *
 * @param reason why subscriptions ended; absent for all else
 * @param currency of what tells an amount
 * @param amountMinor all of them together, in the currency's minor unit; absent where nothing tells an amount
 * @param memberIds to whom it happened, where there is a reason; else empty
 */
public record EventCount(
        String name,
        @Nullable String reason,
        @Nullable String currency,
        long count,
        @Nullable Long amountMinor,
        List<String> memberIds) {}
