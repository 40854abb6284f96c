package io.guildhall.member.oauth;

import io.guildhall.member.session.BegunSession;
import io.guildhall.member.session.Device;
import io.guildhall.member.session.Session;
import io.guildhall.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/**
 * A sign-in of a member with all that follows from it, and so what ends at once.
 *
 * @param lastUsedAt when a client last got an access token by it, or else when it was begun
 * @param until when the last of it runs out, unless it is renewed
 * @param clients ids of the clients that hold tokens by it
 * @param device null where nobody remembers it
 */
public record MemberSession(
        String sid,
        Instant signedInAt,
        Instant lastUsedAt,
        Instant until,
        Set<String> clients,
        @Nullable Device device) {

    /** A name that others may see: nobody can tell the sid from it. */
    public String id() {
        return idOf(sid);
    }

    static String idOf(String sid) {
        return Ids.derived("ses", sid.getBytes(StandardCharsets.UTF_8));
    }

    static MemberSession of(BegunSession begun) {
        Session session = begun.session();
        return new MemberSession(
                session.sid(), session.signedInAt(), session.signedInAt(), session.until(), Set.of(), begun.device());
    }

    /** Empty where no token is in force, or none belongs to a sign-in. */
    static Optional<MemberSession> of(OAuth2Authorization authorization) {
        Authentication principal = authorization.getAttribute(Principal.class.getName());
        String sid = principal == null ? null : Session.sidOf(principal);
        var access = authorization.getAccessToken();
        if (principal == null || sid == null || access == null) {
            return Optional.empty();
        }
        Instant lastUsedAt = Objects.requireNonNull(access.getToken().getIssuedAt());
        return endOf(authorization)
                .map(until -> new MemberSession(
                        sid,
                        Session.signedInAt(principal).orElse(lastUsedAt),
                        lastUsedAt,
                        until,
                        Set.of(authorization.getRegisteredClientId()),
                        null));
    }

    /** Both as one, where they are of the same sign-in. */
    MemberSession and(MemberSession other) {
        Set<String> both = new TreeSet<>(clients);
        both.addAll(other.clients);
        return new MemberSession(
                sid,
                signedInAt,
                later(lastUsedAt, other.lastUsedAt),
                later(until, other.until),
                both,
                device == null ? other.device : device);
    }

    private static Optional<Instant> endOf(OAuth2Authorization authorization) {
        return Stream.of(OAuth2RefreshToken.class, OAuth2AccessToken.class)
                .map(authorization::getToken)
                .filter(token -> token != null && token.isActive())
                .map(token -> token.getToken().getExpiresAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public String toString() {
        return "MemberSession[id=%s]".formatted(id());
    }
}
