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

/** Personal access tokens of the caller. */
@RestController
@RequestMapping("/api/me/tokens")
@SignedIn
@Tag(name = "Access tokens", description = "Personal access tokens: send one as `Authorization: Bearer ghp_…`")
class TokenController {

    /** @param token shown this once */
    record CreatedToken(String tokenId, String token) {

        @Override
        public String toString() {
            return "CreatedToken[tokenId=%s]".formatted(tokenId);
        }
    }

    private final MemberKeys keys;

    TokenController(MemberKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    @Operation(summary = "My personal access tokens")
    Page<KeyView> list(Actor actor) {
        return keys.list(actor.id(), KeyKind.TOKEN);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a personal access token", description = "Its text is shown in this answer only.")
    CreatedToken create(Actor actor, @Valid @RequestBody KeyRequest request) {
        NewKey key = keys.create(actor.id(), KeyKind.TOKEN, request);
        return new CreatedToken(key.keyId(), key.secret());
    }

    @DeleteMapping("/{tokenId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a personal access token", description = "It is refused within 60 seconds.")
    void end(Actor actor, @PathVariable String tokenId) {
        keys.end(actor.id(), KeyKind.TOKEN, tokenId);
    }
}
