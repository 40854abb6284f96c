package io.guildhall.member.notice;

/** What a notice tells; which part of {@link About} it bears. */
public enum NoticeKind {
    /** An owner gave access: resource, from, perhaps until. */
    ACCESS_GIVEN,
    /** Somebody ended access by hand: resource, until. */
    ACCESS_ENDED,
    /** Role. */
    ROLE_GRANTED,
    /** Role. */
    ROLE_WITHDRAWN,
    /** For the first time a member of this community; nothing more. */
    WELCOME,
    /** The next term could not be charged; whoever orders the offer anew before the end goes on: offer, until. */
    RENEWAL_FAILED,
    /** It is not renewed, as was asked for: offer, until. */
    CANCEL_SCHEDULED,
    /** Offer, until. */
    SUBSCRIPTION_ENDED,
    /** All that was left of a payment was given back, and what was open through it alone is closed: order, amount. */
    REFUNDED,
    /** A part was given back: order, amount. */
    PARTLY_REFUNDED
}
