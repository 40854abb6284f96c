package io.guildhall.load;

import io.guildhall.load.Campaign.Result;
import io.guildhall.load.Killer.Death;
import io.guildhall.platform.testing.checker.Count;
import io.guildhall.platform.testing.checker.Findings.Asked;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What campaigns came to, as {@code guildhall chaos} tells it.
 *
 * @param seed of all choices
 * @param counts how often each thing went wrong; {@code violations} says what it was
 * @param data the stack's folder where something went wrong, for whoever looks into it
 */
record ChaosReport(
        long seed,
        int kills,
        int campaigns,
        long tookMillis,
        List<Process> processes,
        List<Kind> operations,
        long events,
        Map<String, Integer> counts,
        List<String> violations,
        @Nullable String data) {

    /** How often a process was killed, and how long it was away. */
    record Process(String name, int kills, long medianAwayMillis, long longestAwayMillis) {

        static Process of(String name, List<Death> deaths) {
            List<Long> away = deaths.stream()
                    .map(death -> death.away().toMillis())
                    .sorted()
                    .toList();
            return new Process(name, away.size(), away.get(away.size() / 2), away.getLast());
        }
    }

    /** Operations of one kind, and how they ended. */
    record Kind(String kind, int asked, int done, int unknown, int refused) {}

    static ChaosReport of(long seed, List<Result> results, Duration took, Path data) {
        Map<String, List<Death>> deaths = results.stream()
                .flatMap(result -> result.deaths().stream())
                .collect(Collectors.groupingBy(Death::victim, TreeMap::new, Collectors.toList()));
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<String> violations = new ArrayList<>();
        for (Result result : results) {
            violations.addAll(result.wrongs());
            for (Count count : Count.values()) {
                String name = count.name().toLowerCase(Locale.ROOT);
                counts.merge(name, result.findings().of(count), Integer::sum);
                result.findings().examples(count).forEach(example -> violations.add(name + ": " + example));
            }
        }
        return new ChaosReport(
                seed,
                deaths.values().stream().mapToInt(List::size).sum(),
                results.size(),
                took.toMillis(),
                deaths.entrySet().stream()
                        .map(each -> Process.of(each.getKey(), each.getValue()))
                        .toList(),
                kinds(results),
                results.getLast().findings().events(),
                counts,
                violations,
                violations.isEmpty() ? null : data.toString());
    }

    private static List<Kind> kinds(List<Result> results) {
        Map<String, Kind> kinds = new TreeMap<>();
        for (Result result : results) {
            result.findings().kinds().forEach((kind, asked) -> kinds.merge(kind, kind(kind, asked), ChaosReport::sum));
        }
        return List.copyOf(kinds.values());
    }

    private static Kind kind(String kind, Asked asked) {
        return new Kind(kind, asked.all(), asked.done(), asked.unknown(), asked.refused());
    }

    private static Kind sum(Kind one, Kind other) {
        return new Kind(
                one.kind(),
                one.asked() + other.asked(),
                one.done() + other.done(),
                one.unknown() + other.unknown(),
                one.refused() + other.refused());
    }
}
