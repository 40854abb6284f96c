package io.guildhall.analytics.lake;

/**
 * One Parquet file of the lake, never changed after it was named by a manifest.
 *
 * @param path below the folder of its generation
 * @param month of valid time, in UTC: {@code 2026-03}
 */
public record LakeFile(String path, String service, String month, long events, long bytes) {}
