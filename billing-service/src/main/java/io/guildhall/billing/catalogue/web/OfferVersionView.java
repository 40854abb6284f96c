package io.guildhall.billing.catalogue.web;

import io.guildhall.billing.catalogue.OfferVersion;
import java.time.Instant;
import java.util.List;

/** The terms of one version of an offer, as owners see them. */
record OfferVersionView(
        int version, String name, long amountMinor, String currency, List<String> opens, Instant publishedAt) {

    static OfferVersionView of(OfferVersion version) {
        return new OfferVersionView(
                version.version(),
                version.name(),
                version.amountMinor(),
                version.currency(),
                version.opens(),
                version.publishedAt());
    }
}
