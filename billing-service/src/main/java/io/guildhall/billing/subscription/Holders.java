package io.guildhall.billing.subscription;

import java.time.Instant;

/**
 * The running subscriptions to one version of an offer. Each is renewed at the terms of its own version, whatever the
 * offer costs by then.
 *
 * @param amountMinor of a term, in minor units of the currency
 * @param renewing how many are renewed when their term ends
 * @param ending how many are canceled, or not paid on, and run until their term ends
 * @param nextTermEnd when the first of their terms ends
 */
public record Holders(
        int offerVersion, long amountMinor, String currency, long renewing, long ending, Instant nextTermEnd) {

    static Holders of(KeptSubscription held) {
        boolean goesOn = held.status().equals("active");
        return new Holders(
                held.offerVersion(),
                held.amountMinor(),
                held.currency(),
                goesOn ? 1 : 0,
                goesOn ? 0 : 1,
                held.termEnd());
    }

    Holders plus(Holders other) {
        return new Holders(
                offerVersion,
                amountMinor,
                currency,
                renewing + other.renewing,
                ending + other.ending,
                nextTermEnd.isBefore(other.nextTermEnd) ? nextTermEnd : other.nextTermEnd);
    }
}
