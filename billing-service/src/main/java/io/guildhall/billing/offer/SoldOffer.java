package io.guildhall.billing.offer;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer at one version, as it is or was sold.
 *
 * @param opens what the buyer may use: {@code course:crs_…}, {@code course:*}, {@code channel:chn_…}, {@code channel:*}
 * @param amountMinor in minor units of the currency, for one term of a plan or once for a course
 * @param currency ISO 4217
 * @param period how long a term lasts; {@code null} for a course
 */
public record SoldOffer(
        String offerId,
        int version,
        OfferKind kind,
        String name,
        List<String> opens,
        long amountMinor,
        String currency,
        @Nullable Period period) {

    public SoldOffer {
        if ((kind == OfferKind.PLAN) != (period != null)) {
            throw new IllegalArgumentException("a plan has a period, a course has none");
        }
        opens = List.copyOf(opens);
    }

    /** @throws NullPointerException where it is no plan */
    public Period term() {
        return requireNonNull(period, "only plans run by terms");
    }
}
