package io.guildhall.platform.follow;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One edition of a projection's read models: a name of its own for its positions, letters and collections.
 *
 * @param label tells it apart; empty for the first edition, which bears the plain names
 */
record Edition(String projection, String label) {

    /** The edition that a projection's handler writes and reads at this moment; all others read the live one. */
    static final ScopedValue<Edition> CURRENT = ScopedValue.newInstance();

    static final int FIRST = 1;

    static Edition of(String projection, int number) {
        return new Edition(projection, number == FIRST ? "" : Integer.toString(number));
    }

    /** The followers of all editions that were made before this follower's, of which there may be none. */
    static List<String> before(String follower) {
        int dot = follower.indexOf('.');
        return dot < 0
                ? List.of()
                : IntStream.range(FIRST, Integer.parseInt(follower.substring(dot + 1)))
                        .mapToObj(
                                number -> of(follower.substring(0, dot), number).follower())
                        .toList();
    }

    boolean isFirst() {
        return label.isEmpty();
    }

    /** Names hold no dot by themselves, so none of another projection's editions is called the same. */
    String follower() {
        return labeled(projection);
    }

    String collection(String name) {
        return labeled(name);
    }

    private String labeled(String name) {
        return isFirst() ? name : name + "." + label;
    }
}
