package io.guildhall.community.survey.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** @param score 1 to 5 */
record AnswerRequest(@NotNull @Min(1) @Max(5) Integer score) {}
