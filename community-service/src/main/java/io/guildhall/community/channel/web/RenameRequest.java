package io.guildhall.community.channel.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param name 1 to 80 characters, blanks around it not counted */
record RenameRequest(
        @NotBlank @Size(max = 80) String name,
        @Size(max = 2000) @Nullable String description) {

    RenameRequest {
        name = name == null ? name : name.strip();
    }

    String descriptionOrNone() {
        return Objects.requireNonNullElse(description, "").strip();
    }
}
