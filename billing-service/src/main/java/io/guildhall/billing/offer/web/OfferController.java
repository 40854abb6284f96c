package io.guildhall.billing.offer.web;

import io.guildhall.billing.offer.OfferCommand.PublishOffer;
import io.guildhall.billing.offer.OfferCommand.RetireOffer;
import io.guildhall.billing.offer.OfferCommand.ReviseOffer;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.idempotency.RequestIds;
import io.guildhall.platform.security.RoleIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets owners put offers up for sale, change their terms and retire them. */
@RestController
@RequestMapping("/api/communities/{communityId}/offers")
@RoleIn("owner")
@Tag(name = "Offers", description = "What a community sells")
class OfferController {

    record Published(String offerId) {}

    private final Commands commands;

    OfferController(Commands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Operation(summary = "Put up for sale", description = "A plan with a period, or a course without one.")
    ResponseEntity<Published> publish(@PathVariable String communityId, @Valid @RequestBody OfferRequest request) {
        request.requirePeriodOfPlansOnly();
        String offerId = RequestIds.next("off");
        commands.send(new PublishOffer(
                offerId,
                communityId,
                request.kind(),
                request.period(),
                request.name().strip(),
                request.amountMinor(),
                request.currency(),
                request.opens()));
        return ResponseEntity.created(URI.create("/api/communities/" + communityId + "/offers/" + offerId))
                .body(new Published(offerId));
    }

    @PutMapping("/{offerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Publish a new version",
            description = "For what is sold from now on; earlier orders keep the version they were placed at.")
    void revise(
            @PathVariable String communityId,
            @PathVariable String offerId,
            @Valid @RequestBody RevisionRequest request) {
        commands.send(new ReviseOffer(
                offerId,
                communityId,
                request.name().strip(),
                request.amountMinor(),
                request.currency(),
                request.opens()));
    }

    @DeleteMapping("/{offerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Retire an offer", description = "It is sold no longer; may be repeated.")
    void retire(@PathVariable String communityId, @PathVariable String offerId) {
        commands.send(new RetireOffer(offerId, communityId));
    }
}
