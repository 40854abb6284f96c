package io.guildhall.community.live.web;

import io.guildhall.community.live.Tickets;
import io.guildhall.community.live.Visitor;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives tickets for the socket, since an access token has no place in an address. */
@RestController
@RequestMapping("/api/communities/{communityId}/channels/tickets")
@Tag(name = "Chat", description = "The WebSocket of a community")
class TicketController {

    record Given(String ticket, long expiresInSeconds) {}

    private final Tickets tickets;

    TicketController(Tickets tickets) {
        this.tickets = tickets;
    }

    @PostMapping
    @SignedIn
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Get a ticket for the socket",
            description = "Opens one WebSocket to the community's channels, once and soon: /ws?ticket=…")
    Given give(@PathVariable String communityId, Actor actor) {
        String ticket = tickets.give(new Visitor(actor.id(), communityId));
        return new Given(ticket, tickets.life().toSeconds());
    }
}
