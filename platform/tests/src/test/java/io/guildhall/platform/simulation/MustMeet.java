package io.guildhall.platform.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which faults must have met which phases before a clean run says anything. */
final class MustMeet {

    private static final List<String> READS = List.of(
            "read head",
            "read stream",
            "read command",
            "read from",
            "read last of stream",
            "read position",
            "read places",
            "read progress",
            "read parked streams");
    private static final List<String> WRITES =
            List.of("insert", "store position", "store places", "store progress", "write read model", "park");
    private static final List<String> WAITS =
            List.of("append", "writer pauses", "publisher idle", "follower idle", "poll", "rejoin", "send");

    private static final List<String> FAULTS_OF_READS =
            List.of("request lost", "answer lost", "answer late", "answer of a former primary", "pause");
    private static final List<String> FAULTS_OF_WRITES =
            List.of("request lost", "answer lost", "request late", "retry by the driver", "pause");
    private static final List<String> FAULTS_OF_SENDS = List.of(
            "request lost",
            "answer lost",
            "request late",
            "pause",
            "batch cut",
            "first record missing",
            "message doubled",
            "message ahead of a missing one");
    private static final List<String> FATES = List.of(
            "election",
            "election, two primaries",
            "primary steps down",
            "tail rolled back",
            "lease expired",
            "consumer timed out");

    private record Pair(String fault, String phase) {}

    private MustMeet() {}

    /** The pairs that never met. */
    static List<String> missing(Coverage coverage) {
        List<Pair> pairs = new ArrayList<>();
        READS.forEach(phase -> FAULTS_OF_READS.forEach(fault -> pairs.add(new Pair(fault, phase))));
        WRITES.forEach(phase -> FAULTS_OF_WRITES.forEach(fault -> pairs.add(new Pair(fault, phase))));
        FAULTS_OF_SENDS.forEach(fault -> pairs.add(new Pair(fault, "send")));
        Stream.of("request lost", "answer lost", "pause")
                .forEach(fault -> pairs.add(new Pair(fault, "read command for sure")));
        pairs.add(new Pair("append not awaited", "append"));
        pairs.add(new Pair("client gives up", "client waits"));
        pairs.add(new Pair("partitions lost", "poll"));
        pairs.add(new Pair("poison", "handle"));
        Stream.of(READS, WRITES, WAITS).flatMap(List::stream).forEach(phase -> {
            FATES.forEach(fault -> pairs.add(new Pair(fault, phase)));
            pairs.add(new Pair("process killed", phase));
        });
        WRITES.forEach(phase -> FATES.forEach(fault -> pairs.add(new Pair(fault, phase + ", before majority"))));
        return pairs.stream()
                .filter(pair -> coverage.of(pair.fault, pair.phase) == 0)
                .map(pair -> pair.fault + " × " + pair.phase)
                .toList();
    }
}
