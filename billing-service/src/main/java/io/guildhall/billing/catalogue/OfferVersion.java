package io.guildhall.billing.catalogue;

import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** Read model: the terms of one version of an offer, for ever; kind and period never change. */
@Document("offer_version")
@CompoundIndex(name = "of_offer", def = "{offerId: 1, version: 1}")
public record OfferVersion(
        @Id String id,
        String offerId,
        String communityId,
        int version,
        String name,
        long amountMinor,
        String currency,
        List<String> opens,
        Instant publishedAt) {}
