package io.guildhall.member.key.web;

import io.guildhall.member.key.KeyKind;
import io.guildhall.member.key.web.MemberKeys.NewKey;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API clients of the caller: programs that get access tokens by client credentials. */
@RestController
@RequestMapping("/api/me/clients")
@SignedIn
@Tag(name = "API clients", description = "Programs that sign in at `/id/oauth2/token` with grant `client_credentials`")
class ClientController {

    /** @param clientSecret shown this once */
    record CreatedClient(String clientId, String clientSecret) {

        @Override
        public String toString() {
            return "CreatedClient[clientId=%s]".formatted(clientId);
        }
    }

    private final MemberKeys keys;

    ClientController(MemberKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    @Operation(summary = "My API clients")
    Page<KeyView> list(Actor actor) {
        return keys.list(actor.id(), KeyKind.CLIENT);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make an API client", description = "Its secret is shown in this answer only.")
    CreatedClient create(Actor actor, @Valid @RequestBody KeyRequest request) {
        NewKey key = keys.create(actor.id(), KeyKind.CLIENT, request);
        return new CreatedClient(key.keyId(), key.secret());
    }

    @DeleteMapping("/{clientId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "End an API client",
            description = "It gets no more tokens; those it has end within 60 seconds.")
    void end(Actor actor, @PathVariable String clientId) {
        keys.end(actor.id(), KeyKind.CLIENT, clientId);
    }
}
