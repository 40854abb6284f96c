package io.guildhall.billing.order.web;

import io.guildhall.billing.order.OrderCommand.RefundOrder;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.security.RoleIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets owners give the money of an order back, all of it or in parts. */
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
            description =
                    "All that is left of its money, or a part of it. Once all is given back, what it opened closes; a"
                        + " part leaves it open. A subscription is not canceled by it. 409 `already-refunded` once all"
                        + " is given back, `order-not-paid` before it is paid; 422 `refund-exceeds-payment` beyond"
                        + " what is left.")
    void refund(
            @PathVariable String communityId,
            @PathVariable String orderId,
            @Valid @RequestBody(required = false) @Nullable RefundRequest request) {
        @Nullable Long amountMinor = request == null ? null : request.amountMinor();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        commands.send(new RefundOrder(orderId, communityId, amountMinor, now));
    }
}
