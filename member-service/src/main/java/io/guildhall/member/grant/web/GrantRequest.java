package io.guildhall.member.grant.web;

import io.guildhall.member.grant.Resource;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an owner gives.
 *
 * @param from from when; now if not told
 * @param until from when no longer; for ever if not told
 */
record GrantRequest(
        @NotNull @Pattern(regexp = "mem_[0-9a-f]{32}") String memberId,

        @Schema(
                description =
                        "`course:crs_…` or every course, `course:*`; `channel:chn_…` or every channel, `channel:*`")
        @NotNull
        @Pattern(regexp = Resource.FORM)
        String resource,

        @Nullable Instant from,
        @Nullable Instant until,
        @NotBlank @Size(max = 500) String reason) {}
