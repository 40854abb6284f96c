package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.load.LearningCheck.Learned;
import io.guildhall.load.TakingsCheck.Charge;
import io.guildhall.load.TakingsCheck.Kept;
import io.guildhall.load.TakingsCheck.Term;
import io.guildhall.load.TalkCheck.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is judged at the end of a load is clean for a good run, and red for each that was spoiled in one way. */
class EndChecksTest {

    @Nested
    class OfTalk {

        private final List<Said> history = new ArrayList<>(List.of(said(0, "a"), said(1, "b"), said(2, "c")));
        private final List<Said> told = List.of(said(0, "a"), said(2, "c"), said(2, "c"));
        private final Set<String> wishes = Set.of(
                said(0, "a").wish(),
                said(1, "b").wish(),
                said(2, "c").wish(),
                said(3, "never answered").wish());

        @Test
        void isCleanWhenNothingIsWrong() {
            assertThat(TalkCheck.findings(wishes, told, history, List.copyOf(history)))
                    .isEmpty();
        }

        @Test
        void seesAMessageThatIsLost() {
            history.remove(2);

            assertThat(found()).containsExactly("lost: message Ada/2: c");
        }

        @Test
        void seesAMessageThatIsDoubled() {
            history.add(new Said("Ada", "2", "c", "msg_9", 3));

            assertThat(found()).containsExactly("doubled: message Ada/2: c, 2 times");
        }

        @Test
        void seesAnIdTwice() {
            history.set(1, new Said("Ada", "1", "b", "msg_0", 1));

            assertThat(found()).anyMatch(line -> line.startsWith("doubled: the id of"));
        }

        @Test
        void seesWhatWasRefused() {
            history.add(said(3, "What I never said"));

            assertThat(found()).containsExactly("phantom: message Ada/3: What I never said");
        }

        @Test
        void seesAHole() {
            history.set(2, new Said("Ada", "2", "c", "msg_2", 3));

            assertThat(found()).allMatch(line -> line.startsWith("reordered")).hasSize(3);
        }

        @Test
        void seesAnOrderThatIsAnotherTheSecondTime() {
            List<Said> again = new ArrayList<>(history);
            Collections.swap(again, 0, 1);

            assertThat(TalkCheck.findings(wishes, told, history, again)).hasSize(1);
        }

        private List<String> found() {
            return TalkCheck.findings(wishes, told, history, List.copyOf(history));
        }

        private static Said said(long sequence, String body) {
            return new Said("Ada", Long.toString(sequence), body, "msg_" + sequence, sequence);
        }
    }

    @Nested
    class OfLearning {

        @Test
        void isCleanWhenNothingIsWrong() {
            assertThat(found(List.of("a", "b"), true, List.of("a", "b"), 1)).isEmpty();
        }

        @Test
        void seesACompletionThatIsLost() {
            assertThat(found(List.of("a"), true, List.of("a"), 1)).hasSize(4);
            assertThat(found(List.of("a"), true, List.of("a", "b"), 1)).hasSize(1);
        }

        @Test
        void seesACompletionThatIsDoubled() {
            assertThat(found(List.of("a", "b"), true, List.of("a", "b", "a"), 1))
                    .hasSize(1);
            assertThat(found(List.of("a", "b", "a"), true, List.of("a", "b"), 1))
                    .hasSize(1);
        }

        @Test
        void seesACompletionThatNobodyAskedFor() {
            assertThat(found(List.of("a", "b", "c"), true, List.of("a", "b"), 1))
                    .hasSize(1);
        }

        @Test
        void seesACourseThatEndsTwiceOrNotAtAll() {
            assertThat(found(List.of("a", "b"), true, List.of("a", "b"), 2)).hasSize(1);
            assertThat(found(List.of("a", "b"), true, List.of("a", "b"), 0)).hasSize(1);
            assertThat(found(List.of("a", "b"), false, List.of("a", "b"), 1)).hasSize(1);
        }

        private static List<String> found(List<String> shown, boolean done, List<String> logged, long ends) {
            var all = List.of("a", "b");
            return LearningCheck.findings(new Learned("Ada", "Tea", all, all, all, shown, done, logged, ends));
        }
    }

    @Nested
    class OfTakings {

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
}
