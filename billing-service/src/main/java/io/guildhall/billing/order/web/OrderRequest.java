package io.guildhall.billing.order.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What a member wants to buy; the price is the offer's, so a price that is sent along is refused as unknown. */
record OrderRequest(
        @NotNull @Pattern(regexp = "off_[0-9a-f]{32}") String offerId) {}
