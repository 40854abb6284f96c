/** The offers of each community at their newest version. Made of {@link io.guildhall.billing.offer.OfferEvent}. */
@NullMarked
package io.guildhall.billing.catalogue;

import org.jspecify.annotations.NullMarked;
