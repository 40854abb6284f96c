package io.guildhall.billing.order.web;

import io.guildhall.billing.order.Orders;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows owners what was bought in their community. */
@RestController
@RoleIn("owner")
@Tag(name = "Orders")
class AllOrdersController {

    private final Orders orders;

    AllOrdersController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping("/api/communities/{communityId}/orders")
    @Operation(
            summary = "Orders of the community",
            description = "Newest first, renewals among them; of one member with \"memberId\".")
    Page<MemberOrder> list(
            @PathVariable String communityId,
            @RequestParam(required = false) @Nullable String memberId,
            PageQuery page) {
        return orders.in(communityId, memberId, page).map(MemberOrder::of);
    }
}
