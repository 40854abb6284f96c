package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.load.TakingsCheck.Charge;
import io.guildhall.load.TakingsCheck.Kept;
import io.guildhall.load.TakingsCheck.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was taken is clean for good books, and red for each that were spoiled in one way. */
class TakingsCheckTest {

    private final List<Charge> charges = new ArrayList<>(List.of(
            new Charge("first", false),
            new Charge("second", false),
            new Charge("unwanted", true),
            new Charge("other-amount", false)));
    private final List<String> paid = new ArrayList<>(List.of("first", "second", "unwanted"));
    private final List<Term> terms = new ArrayList<>(List.of(term("second", 2), term("first", 1)));
    private final List<String> returned = new ArrayList<>(List.of("unwanted"));
    private final Set<String> mismatched = Set.of("other-amount");

    @Test
    void isCleanWhenNothingIsWrong() {
        assertThat(found()).isEmpty();
    }

    @Test
    void seesMoneyThatWasTakenForNothing() {
        terms.removeFirst();
        assertThat(found()).contains("lost: what became of the money of second");
    }

    @Test
    void seesMoneyThatNobodyHeardOf() {
        charges.add(new Charge("silent", false));
        assertThat(found()).containsExactly("lost: what became of the money of silent");
    }

    @Test
    void seesATermThatIsGivenTwice() {
        terms.add(term("first", 3));
        assertThat(found()).containsExactly("doubled: what became of the money of first, 2 times");
    }

    @Test
    void seesATermForMoneyThatWasGivenBack() {
        terms.add(term("unwanted", 3));
        assertThat(found()).containsExactly("doubled: what became of the money of unwanted, 2 times");
    }

    @Test
    void seesATermThatNobodyPaid() {
        terms.add(term("declined", 3));
        assertThat(found()).contains("phantom: what became of the money of declined");
    }

    @Test
    void seesAnOrderThatIsPaidTwiceOrUnpaid() {
        paid.add("first");
        assertThat(found()).containsExactly("doubled: payment of first, 2 times");
        paid.removeAll(List.of("first"));
        assertThat(found()).containsExactly("lost: payment of first");
        paid.addAll(List.of("first", "declined"));
        assertThat(found()).containsExactly("phantom: payment of declined");
    }

    @Test
    void seesMoneyThatDidNotLeave() {
        charges.set(2, new Charge("unwanted", false));
        assertThat(found()).hasSize(1);
    }

    @Test
    void seesTermsThatOverlap() {
        charges.add(new Charge("third", false));
        paid.add("third");
        terms.add(term("third", 2));
        assertThat(found()).hasSize(1).allMatch(line -> line.startsWith("doubled: the time of"));
    }

    private List<String> found() {
        return TakingsCheck.findings(charges, new Kept(paid, terms, returned, mismatched));
    }

    private static Term term(String order, int month) {
        return new Term(
                order,
                "Ada/plan",
                Instant.parse("2026-0" + month + "-01T00:00:00Z"),
                Instant.parse("2026-0" + (month + 1) + "-01T00:00:00Z"));
    }
}
