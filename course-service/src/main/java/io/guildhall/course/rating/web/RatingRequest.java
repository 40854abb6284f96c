package io.guildhall.course.rating.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param stars 1 to 5
 * @param comment up to 2000 characters, blanks around it not counted; absent or blank takes away the one before
 */
record RatingRequest(
        @NotNull @Min(1) @Max(5) Integer stars,
        @Size(max = 2000) @Nullable String comment) {

    RatingRequest {
        comment = comment == null || comment.isBlank() ? null : comment.strip();
    }
}
