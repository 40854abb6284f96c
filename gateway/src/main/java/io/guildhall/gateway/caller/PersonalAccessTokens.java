package io.guildhall.gateway.caller;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.guildhall.gateway.member.AccessToken;
import io.guildhall.gateway.member.MemberService;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Exchanges a personal access token for a short access token.
 *
 * <p>Remembered by the token's SHA-256 alone: a good answer for a minute at most, so an ended token is refused within
 * that time, a refusal for ten seconds.
 */
@Component
class PersonalAccessTokens {

    static final String PREFIX = "ghp_";

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration REFUSED = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final MemberService members;
    private final AsyncCache<String, Optional<AccessToken>> exchanged;

    PersonalAccessTokens(MemberService members, InstantSource clock) {
        this.members = members;
        this.exchanged = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfter(Expiry.creating((String hash, Optional<AccessToken> answer) -> lifetime(answer, clock)))
                .buildAsync();
    }

    boolean isKnown(String token) {
        return exchanged.getIfPresent(hash(token)) != null;
    }

    Mono<Optional<AccessToken>> exchange(String token) {
        return Mono.fromFuture(
                () -> exchanged.get(
                        hash(token), (hash, executor) -> members.exchange(token).toFuture()),
                true);
    }

    private static Duration lifetime(Optional<AccessToken> answer, InstantSource clock) {
        return answer.map(token ->
                        Duration.between(clock.instant(), token.until()).minus(MARGIN))
                .map(left -> left.compareTo(LONGEST) < 0 ? left : LONGEST)
                .map(left -> left.isNegative() ? Duration.ZERO : left)
                .orElse(REFUSED);
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
