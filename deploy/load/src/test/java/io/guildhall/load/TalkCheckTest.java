package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.load.TalkCheck.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was said is clean for a good history, and red for each that was spoiled in one way. */
class TalkCheckTest {

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
