package io.guildhall.analytics.savedquery.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What takes the place of a saved query.
 *
 * @param version that was changed
 * @param chart absent where nothing is drawn
 */
record ChangedQueryRequest(
        @Positive int version,
        @NotBlank @Size(max = SavedQueryRequest.MOST_NAME) String name,
        @NotBlank @Size(max = SavedQueryRequest.MOST_QUERY) String query,
        @Valid @Nullable ChartRequest chart) {}
