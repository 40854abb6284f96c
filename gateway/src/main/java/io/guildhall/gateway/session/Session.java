package io.guildhall.gateway.session;

import io.guildhall.gateway.member.AccessToken;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is signed in: everything the gateway knows of it, kept in its cookie alone.
 *
 * @param sid the session at the authorization server, by which it is ended
 * @param csrf what a page must send back in {@code X-XSRF-TOKEN} with every change
 */
public record Session(
        @Nullable String sid,
        String memberId,
        String csrf,
        String accessToken,
        long accessUntil,
        String refreshToken,
        long since) {

    static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration EARLY = Duration.ofSeconds(30);

    boolean isOver(Instant now) {
        return !now.isBefore(Instant.ofEpochSecond(since).plus(LONGEST));
    }

    boolean isDue(Instant now) {
        return !now.plus(EARLY).isBefore(Instant.ofEpochSecond(accessUntil));
    }

    Session with(AccessToken next) {
        return new Session(sid, memberId, csrf, next.value(), next.until().getEpochSecond(), refreshToken, since);
    }
}
