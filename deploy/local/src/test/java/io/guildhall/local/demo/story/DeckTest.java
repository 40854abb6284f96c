package io.guildhall.local.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeckTest {

    @Test
    void dealsEachCardBeforeAnyComesAgain() {
        List<Integer> cards = List.of(1, 2, 3, 4, 5);
        var deck = new Deck<>(cards, new SplittableRandom(7));
        for (int round = 0; round < 3; round++) {
            assertThat(Stream.generate(deck::deal).limit(cards.size())).containsExactlyInAnyOrderElementsOf(cards);
        }
    }
}
