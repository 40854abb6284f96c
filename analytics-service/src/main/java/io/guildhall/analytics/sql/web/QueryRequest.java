package io.guildhall.analytics.sql.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param query one SELECT over the views of the community */
record QueryRequest(@NotBlank @Size(max = 20_000) String query) {}
