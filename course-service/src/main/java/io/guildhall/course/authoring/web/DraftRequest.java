package io.guildhall.course.authoring.web;

import io.guildhall.course.authoring.LessonText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole course, as its author sends it.
 *
 * @param language of the texts, {@code zh-CN} when absent
 */
record DraftRequest(
        @NotBlank @Size(max = 200) String title,
        @Size(max = 2000) @Nullable String summary,
        @Pattern(regexp = "zh-CN|en") @Nullable String language,
        @NotEmpty @Size(max = 300) List<@NotNull @Valid NewLesson> lessons) {

    /** @param markdown CommonMark with tables, task lists, strike-through and links, at most 256 KB */
    record NewLesson(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Utf8Size(max = LessonText.LONGEST) String markdown) {}
}
