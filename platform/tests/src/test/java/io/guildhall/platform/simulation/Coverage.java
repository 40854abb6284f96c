package io.guildhall.platform.simulation;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** How often each fault met what in each phase. */
final class Coverage {

    private final Map<String, Map<String, Long>> met = new TreeMap<>();

    void met(String fault, String phase) {
        met.computeIfAbsent(fault, _ -> new TreeMap<>()).merge(phase, 1L, Long::sum);
    }

    long of(String fault, String phase) {
        return met.getOrDefault(fault, Map.of()).getOrDefault(phase, 0L);
    }

    void add(Coverage other) {
        other.met.forEach((fault, phases) -> phases.forEach((phase, count) ->
                met.computeIfAbsent(fault, _ -> new TreeMap<>()).merge(phase, count, Long::sum)));
    }

    /** A line per phase, a column per fault. */
    String table() {
        var phases = new TreeSet<String>();
        met.values().forEach(row -> phases.addAll(row.keySet()));
        var table = new StringBuilder("%-28s".formatted("phase"));
        met.keySet().forEach(fault -> table.append(" | ").append(fault));
        table.append('\n');
        for (String phase : phases) {
            table.append("%-28s".formatted(phase));
            met.forEach((fault, row) -> {
                String count = row.containsKey(phase) ? String.valueOf(row.get(phase)) : "-";
                table.append(" | ")
                        .append(" ".repeat(Math.max(0, fault.length() - count.length())))
                        .append(count);
            });
            table.append('\n');
        }
        return table.toString();
    }
}
