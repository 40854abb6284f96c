package io.guildhall.community.message.web;

import io.guildhall.community.message.MessageText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * @param localId the caller's own id of the message: the same one again says nothing again
 * @param body 1 to 8000 characters
 */
record PostRequest(
        @NotNull @Pattern(regexp = MessageText.LOCAL_ID) String localId,
        @NotBlank @Size(max = MessageText.LONGEST) String body) {}
