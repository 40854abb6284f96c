package io.guildhall.billing.offer;

import io.guildhall.platform.problem.Refusal;

/** A retired offer is neither sold nor given another price. */
public final class OfferNotOnSale extends Refusal {

    public OfferNotOnSale() {
        super(Kind.CONFLICT);
    }
}
