package io.guildhall.course.authoring.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param reason what the author should change */
record ReturnRequest(@NotBlank @Size(max = 2000) String reason) {}
