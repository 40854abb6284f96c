package io.guildhall.billing.offer;

/** What is sold: a plan runs by terms and is renewed, a course is bought once and kept. */
public enum OfferKind {
    PLAN,
    COURSE
}
