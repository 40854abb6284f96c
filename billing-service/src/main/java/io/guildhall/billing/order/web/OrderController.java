package io.guildhall.billing.order.web;

import io.guildhall.billing.offer.SoldOffer;
import io.guildhall.billing.order.KeptOrder;
import io.guildhall.billing.order.OrderCommand.PlaceOrder;
import io.guildhall.billing.order.Orders;
import io.guildhall.billing.payment.Checkouts;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.idempotency.RequestIds;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes orders and says where they are paid. */
@RestController
@RequestMapping("/api/communities/{communityId}/orders")
@SignedIn
@Tag(name = "Orders", description = "What members bought")
class OrderController {

    private static final Duration PATIENCE = Duration.ofHours(23);

    private final Commands commands;
    private final Shelf shelf;
    private final Orders orders;
    private final Checkouts checkouts;
    private final InstantSource clock;

    OrderController(Commands commands, Shelf shelf, Orders orders, Checkouts checkouts, InstantSource clock) {
        this.commands = commands;
        this.shelf = shelf;
        this.orders = orders;
        this.checkouts = checkouts;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Order an offer",
            description =
                    "At its price of this moment. The answer says where to pay; the order is paid once the provider"
                        + " says so, and expires after 23 hours. Asked again before, at the same version of the offer,"
                        + " it answers the order that waits, whose page goes on leading back to where it was first"
                        + " asked to.")
    CheckoutAnswer order(@PathVariable String communityId, @Valid @RequestBody OrderRequest request, Actor actor) {
        checkouts.requireProvider();
        String orderId = RequestIds.next("ord");
        var sentBefore = orders.find(communityId, orderId).map(KeptOrder::offer); // by this request
        SoldOffer offer = sentBefore.orElseGet(() -> shelf.take(communityId, request.offerId(), actor.id()));
        if (sentBefore.isEmpty()) {
            var open = orders.open(communityId, actor.id(), offer)
                    .filter(other -> !other.orderId().equals(orderId)); // listed since: then its commands are repeated
            if (open.isPresent()) {
                return begin(open.get().orderId(), communityId, actor, offer, request.returnTo());
            }
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var placed =
                commands.send(new PlaceOrder(orderId, communityId, actor.id(), offer, null, now, now.plus(PATIENCE)));
        SoldOffer sold = placed.repeated() ? soldBefore(communityId, orderId) : offer;
        return begin(orderId, communityId, actor, sold, request.returnTo());
    }

    private CheckoutAnswer begin(
            String orderId, String communityId, Actor actor, SoldOffer sold, @Nullable String returnTo) {
        String url = checkouts.begin(orderId, communityId, actor.id(), sold, returnTo);
        return new CheckoutAnswer(orderId, sold.amountMinor(), sold.currency(), url);
    }

    /** A repeated request gets the order it placed the first time, whatever the offer costs by now. */
    private SoldOffer soldBefore(String communityId, String orderId) {
        return orders.find(communityId, orderId)
                .map(KeptOrder::offer)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "not yet read back"));
    }
}
