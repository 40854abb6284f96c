package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.load.LearningCheck.Learned;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was learned is clean for a good progress, and red for each that was spoiled in one way. */
class LearningCheckTest {

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
        assertThat(found(List.of("a", "b"), true, List.of("a", "b", "a"), 1)).hasSize(1);
        assertThat(found(List.of("a", "b", "a"), true, List.of("a", "b"), 1)).hasSize(1);
    }

    @Test
    void seesACompletionThatNobodyAskedFor() {
        assertThat(found(List.of("a", "b", "c"), true, List.of("a", "b"), 1)).hasSize(1);
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
