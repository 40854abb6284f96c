package io.guildhall.gateway.member;

import io.guildhall.gateway.Connections;
import io.guildhall.gateway.Installation;
import io.guildhall.gateway.Secrets;
import io.guildhall.gateway.breaker.Breakers;
import io.guildhall.gateway.problem.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** The calls that the gateway makes in its own name, as the confidential client {@code gateway}. */
@Component
public class MemberService {

    private static final Logger LOG = LoggerFactory.getLogger(MemberService.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WebClient http;
    private final Breakers breakers;
    private final InstantSource clock;

    MemberService(
            Installation installation,
            Connections connections,
            Secrets secrets,
            Breakers breakers,
            InstantSource clock) {
        this.http = connections
                .calls()
                .baseUrl(installation.service("member").toString())
                .defaultHeaders(headers -> headers.setBasicAuth("gateway", secrets.clientSecret()))
                .build();
        this.breakers = breakers;
        this.clock = clock;
    }

    private record Exchanged(String accessToken, long expiresIn) {}

    /** A short access token for a personal access token; empty when that is unknown or has ended. */
    public Mono<Optional<AccessToken>> exchange(String personalAccessToken) {
        return call(http.post()
                .uri("/id/internal/exchange")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("token", personalAccessToken))
                .exchangeToMono(answer -> answer.statusCode().value() == 401
                        ? answer.releaseBody().thenReturn(Optional.empty())
                        : body(answer, Exchanged.class)
                                .map(given -> Optional.of(token(given.accessToken(), given.expiresIn())))));
    }

    private record Refreshed(String access_token, long expires_in) {}

    /** The next access token of a session; empty when the session has ended. */
    public Mono<Optional<AccessToken>> refresh(String refreshToken) {
        return call(form("/id/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken))
                .exchangeToMono(answer -> answer.statusCode().value() == 400
                        ? answer.releaseBody().thenReturn(Optional.empty())
                        : body(answer, Refreshed.class)
                                .map(given -> Optional.of(token(given.access_token(), given.expires_in())))));
    }

    private record Introspected(boolean active) {}

    /** Whether a token was neither revoked nor ended (RFC 7662). */
    public Mono<Boolean> isActive(String token) {
        return call(form("/id/oauth2/introspect", Map.of("token", token))
                .exchangeToMono(answer -> body(answer, Introspected.class).map(Introspected::active)));
    }

    /** Revokes a session's refresh token and denies its id, so that no copy of its cookie lives on. */
    public Mono<Void> signOut(@Nullable String sid, String refreshToken) {
        Mono<Void> revoked = call(form("/id/oauth2/revoke", Map.of("token", refreshToken))
                .exchangeToMono(answer -> body(answer, Void.class)));
        if (sid == null) {
            return revoked;
        }
        Mono<Void> denied = call(http.post()
                .uri("/id/internal/sign-out")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("sid", sid))
                .exchangeToMono(answer -> body(answer, Void.class)));
        return revoked.then(denied);
    }

    private record Me(@Nullable String name) {}

    /** The name by which the holder of an access token wants to be called; empty when it cannot be had. */
    public Mono<Optional<String>> nameOf(String accessToken) {
        return call(http.get()
                        .uri("/api/me")
                        .headers(headers -> headers.setBearerAuth(accessToken))
                        .exchangeToMono(answer -> body(answer, Me.class)))
                .map(me -> Optional.ofNullable(me.name()))
                .onErrorReturn(Optional.empty());
    }

    private WebClient.RequestHeadersSpec<?> form(String path, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        return http.post().uri(path).body(BodyInserters.fromFormData(form));
    }

    private <T> Mono<T> call(Mono<T> exchange) {
        return breakers.guard("member", exchange.timeout(PATIENCE))
                .doOnError(WebClientResponseException.class, unexpected -> LOG.warn("{}", unexpected.getMessage()))
                .onErrorMap(WebClientResponseException.class, unexpected -> Refused.unavailable("member", unexpected));
    }

    private AccessToken token(String value, long seconds) {
        return new AccessToken(value, clock.instant().plusSeconds(seconds));
    }

    private static <T> Mono<T> body(ClientResponse answer, Class<T> type) {
        return answer.statusCode().is2xxSuccessful()
                ? answer.bodyToMono(type)
                : answer.createException().flatMap(Mono::error);
    }
}
