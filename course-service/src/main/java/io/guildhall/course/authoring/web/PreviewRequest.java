package io.guildhall.course.authoring.web;

import io.guildhall.course.authoring.LessonText;
import jakarta.validation.constraints.NotNull;

/** @param markdown of one lesson, as in a draft; here it may be empty */
record PreviewRequest(
        @NotNull @Utf8Size(max = LessonText.LONGEST) String markdown) {}
