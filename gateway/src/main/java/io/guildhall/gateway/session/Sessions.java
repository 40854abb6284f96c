package io.guildhall.gateway.session;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guildhall.gateway.member.AccessToken;
import io.guildhall.gateway.member.MemberService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The session of a request, with an access token that is good for at least half a minute.
 *
 * <p>Requests that come at once with the same old cookie share one refresh.
 */
@Component
public class Sessions {

    private final SealedCookies cookies;
    private final Standing standing;
    private final MemberService members;
    private final InstantSource clock;
    private final AsyncCache<String, Optional<AccessToken>> refreshed = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .buildAsync();

    Sessions(SealedCookies cookies, Standing standing, MemberService members, InstantSource clock) {
        this.cookies = cookies;
        this.standing = standing;
        this.members = members;
        this.clock = clock;
    }

    /** Empty when nobody is signed in; a cookie that says otherwise is taken away. */
    public Mono<Optional<Session>> of(ServerWebExchange exchange) {
        Optional<Session> kept = cookies.read(exchange, SealedCookies.SESSION, Session.class)
                .filter(session -> !session.isOver(clock.instant()));
        if (kept.isEmpty()) {
            forgetIfGiven(exchange);
            return Mono.just(kept);
        }
        Session session = kept.get();
        return standing.of(session.refreshToken())
                .flatMap(stands -> stands ? current(session) : Mono.just(Optional.<Session>empty()))
                .doOnNext(found -> found.ifPresentOrElse(
                        next -> keepIfNew(exchange, session, next), () -> forgetIfGiven(exchange)));
    }

    void keep(ServerWebExchange exchange, Session session) {
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(session.since()))
                .plus(Session.LONGEST);
        cookies.write(exchange, SealedCookies.SESSION, session, left);
        cookies.writeCsrf(exchange, session.csrf());
    }

    void end(ServerWebExchange exchange, Session session) {
        standing.end(session.refreshToken());
        refreshed.synchronous().invalidate(session.refreshToken());
        cookies.remove(exchange, SealedCookies.SESSION);
    }

    private Mono<Optional<Session>> current(Session session) {
        if (!session.isDue(clock.instant())) {
            return Mono.just(Optional.of(session));
        }
        return Mono.fromFuture(
                        () -> refreshed.get(
                                session.refreshToken(),
                                (token, executor) -> members.refresh(token).toFuture()),
                        true)
                .map(next -> next.map(session::with));
    }

    private void keepIfNew(ServerWebExchange exchange, Session before, Session now) {
        if (!now.equals(before)) {
            keep(exchange, now);
        }
    }

    private void forgetIfGiven(ServerWebExchange exchange) {
        if (cookies.isGiven(exchange, SealedCookies.SESSION)) {
            cookies.remove(exchange, SealedCookies.SESSION);
        }
    }
}
