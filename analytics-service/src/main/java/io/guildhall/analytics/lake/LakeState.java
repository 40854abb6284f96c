package io.guildhall.analytics.lake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What all manifests up to one say together.
 *
 * @param number of that manifest, 0 where there is none
 * @param sinceWhole how many manifests stand behind the last whole one
 */
public record LakeState(
        long number,
        long sinceWhole,
        List<LakeFile> files,
        Map<String, Long> offsets,
        Map<String, Long> positions,
        Map<String, String> topics,
        Instant newest) {

    static final LakeState EMPTY = new LakeState(0, 0, List.of(), Map.of(), Map.of(), Map.of(), Instant.EPOCH);

    LakeState with(Manifest manifest) {
        List<LakeFile> all = new ArrayList<>(manifest.whole() ? List.of() : files);
        all.addAll(manifest.files());
        return new LakeState(
                manifest.number(),
                manifest.whole() ? 0 : sinceWhole + 1,
                List.copyOf(all),
                manifest.offsets(),
                manifest.positions(),
                manifest.topics(),
                manifest.newest());
    }

    public long events() {
        return files.stream().mapToLong(LakeFile::events).sum();
    }

    public long bytes() {
        return files.stream().mapToLong(LakeFile::bytes).sum();
    }

    /** Whether every partition was read at least so far. */
    public boolean reached(Map<String, Long> others) {
        return others.entrySet().stream()
                .allMatch(other -> offsets.getOrDefault(other.getKey(), 0L) >= other.getValue());
    }

    /** How many records of these partitions were taken. */
    public long taken(Map<String, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.min(end.getValue(), offsets.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
