package io.guildhall.member.key.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A wish for a new key.
 *
 * @param days how long it lives, 1 to 366
 */
record KeyRequest(
        @Schema(example = "laptop") @NotBlank @Size(max = 80)
        String name,

        @Schema(example = "90") @NotNull @Min(1) @Max(366) Integer days) {}
