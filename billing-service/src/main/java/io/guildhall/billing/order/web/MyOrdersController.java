package io.guildhall.billing.order.web;

import io.guildhall.billing.order.KeptOrder;
import io.guildhall.billing.order.Orders;
import io.guildhall.billing.payment.CheckoutPages;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
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
    private final CheckoutPages pages;

    MyOrdersController(Orders orders, CheckoutPages pages) {
        this.orders = orders;
        this.pages = pages;
    }

    @GetMapping("/mine")
    @Operation(summary = "My orders", description = "Oldest first, renewals among them.")
    Page<OrderView> mine(@PathVariable String communityId, Actor actor, PageQuery page) {
        Page<KeptOrder> found = orders.of(communityId, actor.id(), page);
        Map<String, String> urls =
                pages.of(found.items().stream().map(KeptOrder::orderId).toList());
        return found.map(order -> OrderView.of(order, urls.get(order.orderId())));
    }

    @GetMapping("/{orderId}")
    @Operation(
            summary = "Show an order of mine",
            description = "Its status says whether it is paid; until then it says where.")
    OrderView show(@PathVariable String communityId, @PathVariable String orderId, Actor actor) {
        return orders.find(communityId, orderId)
                .filter(order -> order.memberId().equals(actor.id()))
                .map(order -> OrderView.of(order, pages.of(List.of(orderId)).get(orderId)))
                .orElseThrow(NotFound::new);
    }
}
