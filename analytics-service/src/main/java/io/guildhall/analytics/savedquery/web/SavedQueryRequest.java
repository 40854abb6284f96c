package io.guildhall.analytics.savedquery.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is to be kept.
 *
 * @param query one SELECT over the views of the community
 * @param chart absent where nothing is drawn
 */
record SavedQueryRequest(
        @NotBlank @Size(max = MOST_NAME) String name,
        @NotBlank @Size(max = MOST_QUERY) String query,
        @Valid @Nullable ChartRequest chart) {

    static final int MOST_NAME = 80;
    static final int MOST_QUERY = 20_000;
}
