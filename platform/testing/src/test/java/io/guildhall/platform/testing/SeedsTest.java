package io.guildhall.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SeedsTest {

    @Test
    void drawsOtherCasesEachTime() {
        Set<String> drawn = new HashSet<>();
        Seeds.check(50, draw -> drawn.add(draw.text(20, 20)));

        assertThat(drawn).hasSize(50);
    }

    @Test
    void namesTheSeedWithWhichTheSameCaseIsDrawnAgain() {
        AtomicReference<String> failing = new AtomicReference<>("");

        assertThatThrownBy(() -> Seeds.check(1_000, draw -> {
                    String text = draw.text(5, 5);
                    failing.set(text);
                    assertThat(text).doesNotContain("学");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s)failed with seed \\d+ \\(again: -Dguildhall.seed=\\d+\\).*")
                .satisfies(failure -> assertThat(new Draw(seedOf(String.valueOf(failure.getMessage()))).text(5, 5))
                        .isEqualTo(failing.get()));
    }

    @Test
    void staysWithinItsBounds() {
        Seeds.check(500, draw -> {
            assertThat(draw.number(-2, 3)).isBetween(-2, 3);
            assertThat(draw.listOf(1, 4, () -> draw.oneOf("a", "b"))).hasSizeBetween(1, 4);
            assertThat(draw.percent(0)).isFalse();
            assertThat(draw.percent(100)).isTrue();
            assertThat(draw.shuffled(List.of(1, 2, 3))).containsExactlyInAnyOrder(1, 2, 3);
        });
    }

    private static long seedOf(String message) {
        return Long.parseLong(message.replaceAll("(?s).*guildhall.seed=(\\d+)\\).*", "$1"));
    }
}
