/**
 * Every event of every topic in Parquet files, each exactly once.
 *
 * <p>A batch becomes part of the lake by one manifest that names its files and how far each partition was read; what no
 * manifest names does not exist. Manifests are numbered and each is created once, so of two writers one must fail.
 * Readers take the files from manifests and never look into folders.
 */
@NullMarked
package io.guildhall.analytics.lake;

import org.jspecify.annotations.NullMarked;
