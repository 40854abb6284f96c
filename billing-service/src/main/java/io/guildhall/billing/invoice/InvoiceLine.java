package io.guildhall.billing.invoice;

import io.guildhall.billing.offer.OfferKind;

/** One thing that was sold; the amount is in minor units of the invoice's currency. */
public record InvoiceLine(String description, String offerId, int offerVersion, OfferKind kind, long amountMinor) {}
