package io.guildhall.billing.offer.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The next version of an offer; kind and period stay. */
record RevisionRequest(
        @NotBlank @Size(max = 200) String name,
        @Positive long amountMinor,
        @NotNull @Pattern(regexp = OfferRequest.CURRENCIES) String currency,
        @NotEmpty @Size(max = 50) List<@NotNull @Pattern(regexp = OfferRequest.RESOURCE) String> opens) {}
