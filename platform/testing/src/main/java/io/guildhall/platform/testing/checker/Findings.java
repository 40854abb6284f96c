package io.guildhall.platform.testing.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a check found: how often each thing went wrong, with some examples. */
public final class Findings {

    private static final int MOST_EXAMPLES = 10;

    private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
    private final Map<Count, List<String>> examples = new EnumMap<>(Count.class);
    private int operations;
    private int unknown;
    private long events;

    void add(Count count, String example) {
        counts.merge(count, 1, Integer::sum);
        List<String> some = examples.computeIfAbsent(count, _ -> new ArrayList<>());
        if (some.size() < MOST_EXAMPLES) {
            some.add(example);
        }
    }

    void saw(int operationsThere, int unknownThere, long eventsThere) {
        operations += operationsThere;
        unknown += unknownThere;
        events += eventsThere;
    }

    public int of(Count count) {
        return counts.getOrDefault(count, 0);
    }

    public List<String> examples(Count count) {
        return List.copyOf(examples.getOrDefault(count, List.of()));
    }

    public boolean clean() {
        return counts.isEmpty();
    }

    /** Operations whose outcome their client never learned: allowed, and told. */
    public int unknown() {
        return unknown;
    }

    public int operations() {
        return operations;
    }

    public long events() {
        return events;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%d operations (%d unknown), %d events".formatted(operations, unknown, events));
        for (Count count : Count.values()) {
            text.append("\n%-14s %d".formatted(count, of(count)));
            examples(count).forEach(example -> text.append("\n    ").append(example));
        }
        return text.toString();
    }
}
