package io.guildhall.gateway.session;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guildhall.gateway.member.MemberService;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether a token still stands, as member-service said at most a minute ago.
 *
 * <p>After 20 s it is asked again beside the request, so that a silence of member-service shorter than the rest of the
 * minute is not felt; after the minute no answer means no entry.
 */
@Component
public class Standing {

    private final AsyncLoadingCache<String, Boolean> known;

    Standing(MemberService members) {
        known = Caffeine.newBuilder()
                .maximumSize(100_000)
                .refreshAfterWrite(Duration.ofSeconds(20))
                .expireAfterWrite(Duration.ofSeconds(60))
                .buildAsync((token, executor) -> members.isActive(token).toFuture());
    }

    public Mono<Boolean> of(String token) {
        return Mono.fromFuture(() -> known.get(token), true);
    }

    /** This instance refuses the token from now on; the others follow within the minute. */
    void end(String token) {
        known.put(token, CompletableFuture.completedFuture(false));
    }
}
