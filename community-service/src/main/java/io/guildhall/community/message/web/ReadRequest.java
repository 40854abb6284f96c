package io.guildhall.community.message.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** @param sequence of the last message that was read; a mark never moves back */
record ReadRequest(@NotNull @Min(0) Long sequence) {}
