package io.guildhall.platform.ops;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Gives something up for good; the reason is kept with it. */
record DropRequest(@NotBlank @Size(max = 500) String reason) {}
