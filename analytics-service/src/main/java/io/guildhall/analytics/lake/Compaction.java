package io.guildhall.analytics.lake;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes few large files of many small ones, and one whole manifest of many. What it replaces is deleted later, when no
 * question can still be reading it.
 */
final class Compaction {

    static final int MANIFESTS = 64;
    private static final int SMALL = 2;
    private static final long LARGE = 100_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Generation generation;
    private final ParquetFiles parquet;

    Compaction(Generation generation, ParquetFiles parquet) {
        this.generation = generation;
        this.parquet = parquet;
    }

    static boolean due(LakeState state) {
        return state.sinceWhole() >= MANIFESTS;
    }

    /** @return false when another writer was first */
    boolean run(LakeState state) throws SQLException, IOException {
        List<LakeFile> kept = new ArrayList<>();
        Set<LakeFile> replaced = new HashSet<>();
        var parts = state.files().stream()
                .collect(groupingBy(
                        file -> file.month() + "/" + file.service(),
                        TreeMap::new,
                        groupingBy(file -> file.events() < LARGE)));
        for (var part : parts.values()) {
            kept.addAll(part.getOrDefault(false, List.of()));
            List<LakeFile> small = part.getOrDefault(true, List.of());
            if (small.size() < SMALL) {
                kept.addAll(small);
            } else {
                kept.add(parquet.merge(small));
                replaced.addAll(small);
            }
        }
        var whole = new Manifest(
                state.number() + 1, true, kept, state.offsets(), state.positions(), state.topics(), state.newest());
        if (!generation.publish(whole)) {
            return false;
        }
        forgetManifestsBefore(whole.number());
        markReplaced(replaced);
        sweep(kept, Instant.now().minus(KEPT));
        return true;
    }

    private void forgetManifestsBefore(long number) throws IOException {
        for (long old : generation.numbers()) {
            if (old < number) {
                Files.deleteIfExists(generation.manifest(old));
            }
        }
    }

    /** Their age counts from now. */
    private void markReplaced(Set<LakeFile> replaced) throws IOException {
        FileTime now = FileTime.from(Instant.now());
        for (LakeFile file : replaced) {
            Files.setLastModifiedTime(generation.file(file), now);
        }
    }

    private void sweep(List<LakeFile> kept, Instant before) throws IOException {
        Set<Path> named = new HashSet<>();
        kept.forEach(file -> named.add(generation.file(file)));
        for (String folder : List.of("data", "tmp")) {
            Path root = generation.folder().resolve(folder);
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!named.contains(file)
                            && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }
}
