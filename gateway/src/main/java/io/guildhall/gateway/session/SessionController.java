package io.guildhall.gateway.session;

import io.guildhall.gateway.member.MemberService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells a page who is signed in, and signs out. */
@RestController
class SessionController {

    private final Sessions sessions;
    private final CrossSite crossSite;
    private final MemberService members;

    private final boolean mailsPage;

    /** @param mailsPage whether member-service shows sent mails on a page, as it does in the local profile */
    SessionController(
            Sessions sessions,
            CrossSite crossSite,
            MemberService members,
            @Value("${guildhall.gateway.mails-page}") boolean mailsPage) {
        this.sessions = sessions;
        this.crossSite = crossSite;
        this.members = members;
        this.mailsPage = mailsPage;
    }

    private record Who(
            boolean signedIn,
            @Nullable String memberId,
            @Nullable String name,
            @Nullable String csrf,
            boolean mailsPage) {}

    @GetMapping("/session")
    Mono<Object> who(ServerWebExchange exchange) {
        return sessions.of(exchange)
                .flatMap(found ->
                        found.map(this::named).orElseGet(() -> Mono.just(new Who(false, null, null, null, mailsPage))));
    }

    /** Done only when member-service has revoked the session; until then the browser may ask again. */
    @PostMapping("/sign-out")
    Mono<ResponseEntity<Void>> signOut(ServerWebExchange exchange) {
        return sessions.of(exchange)
                .flatMap(found -> found.map(session -> end(exchange, session)).orElseGet(Mono::empty))
                .thenReturn(ResponseEntity.noContent().build());
    }

    private Mono<Who> named(Session session) {
        return members.nameOf(session.accessToken())
                .map(name -> new Who(true, session.memberId(), name.orElse(null), session.csrf(), mailsPage));
    }

    private Mono<Void> end(ServerWebExchange exchange, Session session) {
        crossSite.check(exchange.getRequest(), session);
        return members.signOut(session.sid(), session.refreshToken())
                .then(Mono.fromRunnable(() -> sessions.end(exchange, session)));
    }
}
