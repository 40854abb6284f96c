package io.guildhall.member.account.web;

import io.guildhall.member.account.Profiles;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows and changes one's own account. */
@RestController
@RequestMapping("/api/me")
@SignedIn
@Tag(name = "Accounts")
class MeController {

    record Me(String memberId, String mail, String name, String language, boolean verified) {}

    record PasswordRequest(
            @NotNull @Size(max = 1000) String current,
            @NotNull @Size(max = 1000) String next) {

        @Override
        public String toString() {
            return "PasswordRequest[]";
        }
    }

    private final Profiles profiles;
    private final PasswordChange passwordChange;

    MeController(Profiles profiles, PasswordChange passwordChange) {
        this.profiles = profiles;
        this.passwordChange = passwordChange;
    }

    @GetMapping
    @Operation(summary = "Who am I")
    Me me(Actor actor) {
        return profiles.find(actor.id())
                .map(own -> new Me(own.memberId(), own.mail(), own.name(), own.language(), own.verified()))
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Change my password",
            description = "Ends every session and tells the owner by mail. Access tokens and clients stay.")
    void changePassword(Actor actor, @Valid @RequestBody PasswordRequest request) {
        passwordChange.change(actor.id(), request.current(), request.next());
    }
}
