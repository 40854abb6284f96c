package io.guildhall.gateway.session;

import io.guildhall.gateway.Installation;
import io.guildhall.gateway.problem.Language;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Sends a browser to the sign-in page and takes it back with a code, for which it gets a session. */
@RestController
class SignInController {

    private static final Logger LOG = LoggerFactory.getLogger(SignInController.class);
    private static final String FAILED = "/?notice=sign-in-failed";

    private final AuthorizationServer server;
    private final SealedCookies cookies;
    private final Sessions sessions;
    private final NewSession newSession;
    private final Installation installation;
    private final InstantSource clock;

    SignInController(
            AuthorizationServer server,
            SealedCookies cookies,
            Sessions sessions,
            NewSession newSession,
            Installation installation,
            InstantSource clock) {
        this.server = server;
        this.cookies = cookies;
        this.sessions = sessions;
        this.newSession = newSession;
        this.installation = installation;
        this.clock = clock;
    }

    /** @param moved set once a browser that came under another name of this host was sent to the public one */
    @GetMapping("/sign-in")
    Mono<ResponseEntity<Void>> signIn(
            @RequestParam(required = false) @Nullable String returnTo,
            @RequestParam(defaultValue = "false") boolean moved,
            ServerWebExchange exchange) {
        ReturnPath path = ReturnPath.of(returnTo);
        Language language = Language.of(exchange.getRequest());
        if (!moved && !isPublicName(exchange)) {
            return Mono.just(found(UriComponentsBuilder.fromUriString(installation.origin() + "/sign-in")
                    .queryParam("returnTo", "{path}")
                    .queryParam("lang", language.tag())
                    .queryParam("moved", true)
                    .encode()
                    .buildAndExpand(path.value())
                    .toUriString()));
        }
        return server.newRequest(exchange, language).map(request -> {
            SignInAttempt attempt = SignInAttempt.of(request, path, clock.instant());
            cookies.write(exchange, SealedCookies.SIGN_IN, attempt, SignInAttempt.LONGEST);
            return found(request.getAuthorizationRequestUri());
        });
    }

    @GetMapping(AuthorizationServer.CALLBACK)
    Mono<ResponseEntity<Void>> comeBack(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            ServerWebExchange exchange) {
        Optional<SignInAttempt> attempt = cookies.read(exchange, SealedCookies.SIGN_IN, SignInAttempt.class)
                .filter(kept -> kept.isAnsweredBy(state, clock.instant()));
        cookies.remove(exchange, SealedCookies.SIGN_IN);
        if (attempt.isEmpty() || code.isEmpty()) {
            return Mono.just(failed("no attempt of this browser, or no code"));
        }
        return server.redeem(attempt.get(), code)
                .map(signedIn -> {
                    sessions.keep(exchange, newSession.of(signedIn, clock.instant()));
                    return found(attempt.get().returnTo());
                })
                .onErrorResume(
                        OAuth2AuthenticationException.class,
                        refused -> Mono.just(failed(refused.getError().getErrorCode())));
    }

    private boolean isPublicName(ServerWebExchange exchange) {
        String host = exchange.getRequest().getHeaders().getFirst("Host");
        return installation.issuer().getAuthority().equalsIgnoreCase(host);
    }

    private static ResponseEntity<Void> failed(String reason) {
        LOG.atWarn()
                .addKeyValue("event.action", "authn.fail")
                .addKeyValue("reason", reason)
                .log("Sign-in failed");
        return found(FAILED);
    }

    private static ResponseEntity<Void> found(String location) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(location))
                .build();
    }
}
