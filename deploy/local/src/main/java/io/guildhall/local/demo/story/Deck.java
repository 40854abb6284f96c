package io.guildhall.local.demo.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;

/** Deals each card once, in an order of chance, before any comes again. */
final class Deck<T> {

    private final List<T> cards;
    private final RandomGenerator random;
    private final Queue<T> left = new ArrayDeque<>();

    Deck(List<T> cards, RandomGenerator random) {
        this.cards = cards;
        this.random = random;
    }

    T deal() {
        if (left.isEmpty()) {
            List<T> rest = new ArrayList<>(cards);
            while (!rest.isEmpty()) {
                left.add(rest.remove(random.nextInt(rest.size())));
            }
        }
        return left.remove();
    }
}
