package io.guildhall.analytics.lake;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What makes files part of the lake.
 *
 * @param number one more than that of the manifest before it
 * @param whole whether its files are all of the lake, so that no manifest before it counts any more
 * @param offsets the next offset to read, by {@code topic/partition}
 * @param positions the last position taken, by {@code log/partition}
 * @param topics the ids of the topics that the offsets are of, by name; none in a manifest from before they were told
 * @param newest when the newest event of the lake was recorded
 */
record Manifest(
        long number,
        boolean whole,
        List<LakeFile> files,
        Map<String, Long> offsets,
        Map<String, Long> positions,
        Map<String, String> topics,
        Instant newest) {

    Manifest {
        files = List.copyOf(files);
        offsets = Map.copyOf(offsets);
        positions = Map.copyOf(positions);
        topics = topics == null ? Map.of() : Map.copyOf(topics);
    }
}
