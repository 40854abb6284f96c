package io.guildhall.member.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a notice is about; {@link NoticeKind} says what of it there is.
 *
 * @param resource in the words of grants
 * @param from from when it is open
 * @param until when it ends or has ended
 * @param amountMinor what was given back this time, in minor units of the currency
 */
public record About(
        @Nullable String resource,
        @Nullable String role,
        @Nullable String offerId,
        @Nullable String orderId,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Long amountMinor,
        @Nullable String currency) {

    public static About nothing() {
        return new About(null, null, null, null, null, null, null, null);
    }

    public static About access(String resource, @Nullable Instant from, @Nullable Instant until) {
        return new About(resource, null, null, null, from, until, null, null);
    }

    public static About role(String role) {
        return new About(null, role, null, null, null, null, null, null);
    }

    public static About term(String offerId, Instant until) {
        return new About(null, null, offerId, null, null, until, null, null);
    }

    public static About money(String orderId, long amountMinor, String currency) {
        return new About(null, null, null, orderId, null, null, amountMinor, currency);
    }
}
