package io.guildhall.platform.testing.checker;

import io.guildhall.platform.testing.checker.Operation.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a check found: how often each thing went wrong, with some examples, and among how many operations of each kind. */
public final class Findings {

    private static final int MOST_EXAMPLES = 10;

    private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
    private final Map<Count, List<String>> examples = new EnumMap<>(Count.class);
    private final Map<String, Asked> kinds = new TreeMap<>();
    private long events;

    /** How many operations of a kind there were, and how many of them ended how. */
    public record Asked(int all, int done, int unknown) {

        private static final Asked NONE = new Asked(0, 0, 0);

        Asked with(Outcome outcome) {
            return new Asked(
                    all + 1, outcome == Outcome.OK ? done + 1 : done, outcome == Outcome.INFO ? unknown + 1 : unknown);
        }

        public int refused() {
            return all - done - unknown;
        }

        @Override
        public String toString() {
            return "%d (%d unknown, %d refused)".formatted(all, unknown, refused());
        }
    }

    void add(Count count, String example) {
        counts.merge(count, 1, Integer::sum);
        List<String> some = examples.computeIfAbsent(count, _ -> new ArrayList<>());
        if (some.size() < MOST_EXAMPLES) {
            some.add(example);
        }
    }

    void saw(List<Operation> operations, long eventsThere) {
        operations.forEach(each -> kinds.put(
                each.type(), kinds.getOrDefault(each.type(), Asked.NONE).with(each.outcome())));
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
        return kinds.values().stream().mapToInt(Asked::unknown).sum();
    }

    public int operations() {
        return kinds.values().stream().mapToInt(Asked::all).sum();
    }

    /** How many operations of a kind were done, as their client was told. */
    public int done(String kind) {
        return kinds.getOrDefault(kind, Asked.NONE).done();
    }

    public Map<String, Asked> kinds() {
        return Map.copyOf(kinds);
    }

    public long events() {
        return events;
    }

    @Override
    public String toString() {
        var text =
                new StringBuilder("%d operations (%d unknown), %d events".formatted(operations(), unknown(), events));
        kinds.forEach((kind, asked) -> text.append("\n%-14s %s".formatted(kind, asked)));
        for (Count count : Count.values()) {
            text.append("\n%-14s %d".formatted(count, of(count)));
            examples(count).forEach(example -> text.append("\n    ").append(example));
        }
        return text.toString();
    }
}
