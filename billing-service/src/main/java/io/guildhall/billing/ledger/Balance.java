package io.guildhall.billing.ledger;

import java.util.List;

/** Keeps what is no transaction out of the ledger. */
final class Balance {

    private Balance() {}

    /**
     * The same postings.
     *
     * @throws IllegalArgumentException unless there are two at least and they add up to 0: a bug of ours, not a refusal
     */
    static List<Posting> checked(List<Posting> postings) {
        long sum = postings.stream().mapToLong(Posting::amountMinor).reduce(0, Math::addExact);
        if (postings.size() < 2 || sum != 0) {
            throw new IllegalArgumentException("postings that do not add up: " + postings);
        }
        return List.copyOf(postings);
    }
}
