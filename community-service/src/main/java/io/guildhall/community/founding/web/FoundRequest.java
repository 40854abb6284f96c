package io.guildhall.community.founding.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param name 2 to 80 characters, blanks around it not counted
 * @param language in which the community speaks, {@code zh-CN} when absent
 */
record FoundRequest(
        @NotBlank @Size(min = 2, max = 80) String name,
        @Size(max = 2000) @Nullable String description,
        @Pattern(regexp = "zh-CN|en") @Nullable String language) {

    FoundRequest {
        name = name == null ? name : name.strip();
    }
}
