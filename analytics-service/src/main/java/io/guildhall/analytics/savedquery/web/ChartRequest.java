package io.guildhall.analytics.savedquery.web;

import io.guildhall.analytics.savedquery.Chart;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be drawn.
 *
 * @param x a column of the answer
 * @param y columns of the answer that hold numbers
 */
record ChartRequest(
        @NotNull Chart.Kind kind,
        @NotBlank @Size(max = 200) String x,
        @NotEmpty @Size(max = 5) List<@NotBlank @Size(max = 200) String> y) {

    static @Nullable Chart of(@Nullable ChartRequest request) {
        return request == null ? null : new Chart(request.kind, request.x, request.y);
    }
}
