package io.guildhall.billing.order.web;

import io.guildhall.billing.order.Orders;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows members their own orders. */
@RestController
@RequestMapping("/api/communities/{communityId}/orders")
@SignedIn
@Tag(name = "Orders")
class MyOrdersController {

    private final Orders orders;

    MyOrdersController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping("/mine")
    @Operation(summary = "My orders", description = "Oldest first, renewals among them.")
    Page<OrderView> mine(@PathVariable String communityId, Actor actor, PageQuery page) {
        return orders.of(communityId, actor.id(), page).map(OrderView::of);
    }

    @GetMapping("/{orderId}")
    @Operation(summary = "Show an order of mine", description = "Its status says whether it is paid.")
    OrderView show(@PathVariable String communityId, @PathVariable String orderId, Actor actor) {
        return orders.find(communityId, orderId)
                .filter(order -> order.memberId().equals(actor.id()))
                .map(OrderView::of)
                .orElseThrow(NotFound::new);
    }
}
