package io.guildhall.platform.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Draws values from one seed: the same seed draws the same values in the same order, for ever. */
public final class Draw {

    private static final int[] LETTERS =
            "abcxyzABC019 _-.,:;/\\\"'<>&{}$%‹›äß€学习知识😀\n\t".codePoints().toArray();

    private final SplittableRandom random;

    Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From {@code low} to {@code high}, both included. */
    public int number(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** True in so many of a hundred cases. */
    public boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    @SafeVarargs
    public final <T> T oneOf(T... values) {
        return oneOf(List.of(values));
    }

    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Between {@code least} and {@code most} values. */
    public <T> List<T> listOf(int least, int most, Supplier<T> value) {
        List<T> drawn = new ArrayList<>();
        int size = number(least, most);
        for (int i = 0; i < size; i++) {
            drawn.add(value.get());
        }
        return drawn;
    }

    /** The same values in another order. */
    public <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            T swapped = shuffled.set(i, shuffled.get(other));
            shuffled.set(other, swapped);
        }
        return shuffled;
    }

    /** All values of these lists, in one order that keeps the order within each list. */
    public <T> List<T> interleaved(List<List<T>> lists) {
        List<Iterator<T>> turns = new ArrayList<>();
        for (List<T> list : lists) {
            turns.addAll(Collections.nCopies(list.size(), list.iterator()));
        }
        return shuffled(turns).stream().map(Iterator::next).toList();
    }

    /** A text of characters that programs stumble over: quotes, markup, Chinese, an emoji, line ends. */
    public String text(int least, int most) {
        StringBuilder text = new StringBuilder();
        int size = number(least, most);
        for (int i = 0; i < size; i++) {
            text.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }
}
