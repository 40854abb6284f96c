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

/** A whole course that takes the place of its draft; what is not in it any longer is dropped. */
record RevisionRequest(
        @NotBlank @Size(max = 200) String title,
        @Size(max = 2000) @Nullable String summary,
        @Pattern(regexp = "zh-CN|en") @Nullable String language,
        @NotEmpty @Size(max = 300) List<@NotNull @Valid RevisedLesson> lessons) {

    /** @param lessonId the lesson of the draft that this is, absent for a new one */
    record RevisedLesson(
            @Nullable String lessonId,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Utf8Size(max = LessonText.LONGEST) String markdown) {}
}
