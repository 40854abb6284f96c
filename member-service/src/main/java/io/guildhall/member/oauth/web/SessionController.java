package io.guildhall.member.oauth.web;

import io.guildhall.member.oauth.MemberSessions;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the caller is signed in. */
@RestController
@RequestMapping("/api/me/sessions")
@SignedIn
@Tag(name = "Sessions", description = "Where you are signed in: each sign-in with a password, and what follows from it")
class SessionController {

    private final MemberSessions sessions;

    SessionController(MemberSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    @Operation(summary = "Where I am signed in", description = "The last used first.")
    Page<SessionView> listSessions(Actor actor) {
        return Page.whole(sessions.of(actor.id()).stream()
                .map(session -> SessionView.of(session, actor.session()))
                .toList());
    }

    @DeleteMapping("/{sessionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one of my sessions", description = "It is refused within 60 seconds.")
    void endSession(Actor actor, @PathVariable String sessionId) {
        sessions.end(actor.id(), sessionId);
    }

    @DeleteMapping("/others")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "End all my sessions but this one",
            description =
                    "They are refused within 60 seconds. For a request without a session, such as one with a personal"
                            + " access token, that is all of them.")
    void endOtherSessions(Actor actor) {
        sessions.endOthers(actor.id(), actor.session());
    }
}
