package io.guildhall.billing.offer.web;

import io.guildhall.billing.offer.OfferKind;
import io.guildhall.billing.offer.Period;
import io.guildhall.platform.problem.BadField;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an owner puts up for sale.
 *
 * @param amountMinor in minor units of the currency
 * @param period of a plan; absent for a course
 */
record OfferRequest(
        @NotNull OfferKind kind,
        @NotBlank @Size(max = 200) String name,
        @Positive long amountMinor,
        @NotNull @Pattern(regexp = CURRENCIES) String currency,
        @Nullable Period period,
        @NotEmpty @Size(max = 50) List<@NotNull @Pattern(regexp = RESOURCE) String> opens) {

    static final String CURRENCIES = "CNY|EUR|GBP|HKD|JPY|KRW|SGD|TWD|USD";
    static final String RESOURCE = "course:(\\*|crs_[0-9a-f]{32})|channel:(\\*|chn_[0-9a-f]{32})";

    /** A plan has a period, a course has none. */
    void requirePeriodOfPlansOnly() {
        if ((kind == OfferKind.PLAN) != (period != null)) {
            throw BadField.value("period", "invalid-value");
        }
    }
}
