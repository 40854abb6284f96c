package io.guildhall.analytics.lake;

import org.jspecify.annotations.Nullable;

/**
 * One Parquet file of the lake, never changed after it was named by a manifest.
 *
 * @param path below the folder of its generation
 * @param month of valid time, in UTC: {@code 2026-03}
 * @param layout which columns it has, see {@link Layout}; absent where it is the first
 */
public record LakeFile(
        String path,
        String service,
        String month,
        long events,
        long bytes,
        @Nullable Integer layout) {

    boolean isOf(int wanted) {
        return (layout == null ? Layout.FIRST : layout) == wanted;
    }
}
