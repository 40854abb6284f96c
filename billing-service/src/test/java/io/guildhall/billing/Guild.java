package io.guildhall.billing;

import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.offer.Period;
import io.guildhall.billing.offer.SoldOffer;
import java.time.Instant;
import java.util.List;

/** What tests sell to whom. */
public final class Guild {

    public static final String ID = "com_1";
    public static final String ADA = "mem_ada";
    public static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");
    public static final SoldOffer PLAN = new SoldOffer(
            "off_plan", 2, OfferKind.PLAN, "Member", List.of("course:*", "channel:*"), 2900, "CNY", Period.MONTH);
    public static final SoldOffer COURSE =
            new SoldOffer("off_course", 1, OfferKind.COURSE, "Java", List.of("course:crs_1"), 9900, "CNY", null);

    private Guild() {}
}
