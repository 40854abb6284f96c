package io.guildhall.community.message.web;

import io.guildhall.community.message.MessageText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param body 1 to 8000 characters */
record EditRequest(
        @NotBlank @Size(max = MessageText.LONGEST) String body) {}
