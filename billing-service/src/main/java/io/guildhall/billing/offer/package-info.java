/**
 * What a community sells: plans and courses, each at the price of its newest version. A new price is a new version; what
 * was sold before keeps the version it was sold at.
 *
 * <p>In: {@link io.guildhall.billing.offer.OfferCommand}. Out: {@link io.guildhall.billing.offer.OfferEvent}.
 */
@NullMarked
package io.guildhall.billing.offer;

import org.jspecify.annotations.NullMarked;
