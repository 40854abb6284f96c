package io.guildhall.billing.invoice.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** To whom invoices shall be written. */
record RecipientRequest(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 500) String address) {}
