package io.guildhall.course.enrollment.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** @param seconds how long the lesson has been shown */
record ReadingRequest(@NotNull @Min(0) @Max(86_400) Integer seconds) {}
