package io.guildhall.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges what a community took for terms by what its payment provider knows of it. */
final class TakingsCheck {

    private TakingsCheck() {}

    /** Money that the provider has taken for an order, and whether it gave it back. */
    record Charge(String orderId, boolean returned) {}

    /** A term that the order paid; {@code holder} is whose it is and of which offer. */
    record Term(String orderId, String holder, Instant start, Instant end) {}

    /**
     * What stands in the log; each as often as it is there.
     *
     * @param paid orders that became paid, {@code returned} those whose money was given back
     * @param mismatched orders of which other money was told than was asked for, as owners are shown
     */
    record Kept(List<String> paid, List<Term> terms, List<String> returned, Set<String> mismatched) {}

    static List<String> findings(Collection<Charge> charges, Kept kept) {
        List<String> uses = new ArrayList<>(kept.returned());
        kept.terms().forEach(term -> uses.add(term.orderId()));
        Set<String> charged = charges.stream().map(Charge::orderId).collect(Collectors.toSet());
        Set<String> owed = new HashSet<>(charged);
        owed.removeIf(kept.mismatched()::contains); // a human decides on them
        List<String> findings = new ArrayList<>();
        findings.addAll(Once.findings("what became of the money of", owed, charged, uses));
        findings.addAll(Once.findings("payment of", uses, charged, kept.paid()));
        for (Charge charge : charges) {
            if (charge.returned() != kept.returned().contains(charge.orderId())) {
                findings.add("money of " + charge.orderId() + (charge.returned() ? " left" : " did not leave")
                        + " the provider, unlike in the log");
            }
        }
        findings.addAll(overlaps(kept.terms()));
        return findings;
    }

    private static List<String> overlaps(List<Term> terms) {
        List<String> findings = new ArrayList<>();
        Map<String, List<Term>> byHolder = terms.stream().collect(Collectors.groupingBy(Term::holder));
        byHolder.forEach((holder, his) -> {
            List<Term> inOrder = new ArrayList<>(his);
            Collections.sort(inOrder, Comparator.comparing(Term::start));
            for (int at = 1; at < inOrder.size(); at++) {
                if (inOrder.get(at).start().isBefore(inOrder.get(at - 1).end())) {
                    findings.add("doubled: the time of " + inOrder.get(at) + " is of " + inOrder.get(at - 1));
                }
            }
        });
        return findings;
    }
}
