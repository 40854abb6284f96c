package io.guildhall.billing.subscription.web;

import io.guildhall.billing.subscription.SubscriptionCommand.CancelSubscription;
import io.guildhall.billing.subscription.SubscriptionId;
import io.guildhall.billing.subscription.Subscriptions;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows members their subscriptions and lets them cancel. */
@RestController
@RequestMapping("/api/communities/{communityId}/subscriptions")
@SignedIn
@Tag(name = "Subscriptions", description = "Plans that members hold")
class SubscriptionController {

    private final Commands commands;
    private final Subscriptions subscriptions;
    private final InstantSource clock;

    SubscriptionController(Commands commands, Subscriptions subscriptions, InstantSource clock) {
        this.commands = commands;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @GetMapping("/mine")
    @Operation(summary = "My subscriptions", description = "Oldest first, also those that have ended.")
    Page<SubscriptionView> mine(@PathVariable String communityId, Actor actor, PageQuery page) {
        Instant now = clock.instant();
        return subscriptions.page(communityId, actor.id(), page).map(held -> SubscriptionView.of(held, now));
    }

    @PostMapping("/{subscriptionId}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Cancel at the end of the term",
            description = "It runs until then and is not renewed; a renewal is charged 24 hours before a term ends, and"
                    + " what was charged for a term that has not begun is given back. 409 `already-canceled` the second"
                    + " time.")
    void cancel(@PathVariable String communityId, @PathVariable String subscriptionId, Actor actor) {
        var held = subscriptions.find(communityId, actor.id(), subscriptionId).orElseThrow(NotFound::new);
        String holder = SubscriptionId.holder(communityId, actor.id(), held.offerId());
        commands.send(new CancelSubscription(holder, subscriptionId, clock.instant()));
    }
}
