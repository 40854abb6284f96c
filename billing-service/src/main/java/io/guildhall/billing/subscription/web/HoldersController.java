package io.guildhall.billing.subscription.web;

import io.guildhall.billing.subscription.Holders;
import io.guildhall.billing.subscription.Subscriptions;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells owners whom a change of an offer leaves as they are. */
@RestController
@RoleIn("owner")
@Tag(name = "Offers")
class HoldersController {

    private final Subscriptions subscriptions;

    HoldersController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping("/api/communities/{communityId}/offers/{offerId}/holders")
    @Operation(
            summary = "Who holds an offer, by version",
            description = "How many subscriptions run. Each is renewed at the terms of its own version; a new version"
                    + " or the end of the offer changes none of them.")
    Page<Holders> holders(@PathVariable String communityId, @PathVariable String offerId) {
        return Page.whole(subscriptions.holders(communityId, offerId));
    }
}
