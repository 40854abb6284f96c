package io.guildhall.billing.order.web;

import io.guildhall.billing.order.OrderCommand.RefundOrder;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.security.RoleIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets owners give the money of an order back, all of it and once. */
@RestController
@RoleIn("owner")
@Tag(name = "Orders")
class RefundController {

    private final Commands commands;
    private final InstantSource clock;

    RefundController(Commands commands, InstantSource clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/communities/{communityId}/orders/{orderId}/refund")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Refund an order",
            description = "In full. What it opened closes; a subscription is not canceled by it. 409"
                    + " `already-refunded` the second time, `order-not-paid` before it is paid.")
    void refund(@PathVariable String communityId, @PathVariable String orderId) {
        commands.send(new RefundOrder(orderId, communityId, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
