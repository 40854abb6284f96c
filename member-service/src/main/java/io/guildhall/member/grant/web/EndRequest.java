package io.guildhall.member.grant.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an owner ends a grant. */
record EndRequest(@NotBlank @Size(max = 500) String reason) {}
