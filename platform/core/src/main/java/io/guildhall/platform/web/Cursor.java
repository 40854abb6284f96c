package io.guildhall.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * Where a page ends.
 *
 * @param next what to send as {@code after} to get the page that follows; absent on the last one
 */
public record Cursor(@Nullable String next, boolean hasMore) {}
