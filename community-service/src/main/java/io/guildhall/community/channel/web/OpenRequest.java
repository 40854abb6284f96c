package io.guildhall.community.channel.web;

import io.guildhall.community.channel.Audience;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param name 1 to 80 characters, blanks around it not counted
 * @param audience {@code members} when absent
 */
record OpenRequest(
        @NotBlank @Size(max = 80) String name,
        @Size(max = 2000) @Nullable String description,
        @Pattern(regexp = "members|public") @Nullable String audience) {

    OpenRequest {
        name = name == null ? name : name.strip();
    }

    String descriptionOrNone() {
        return Objects.requireNonNullElse(description, "").strip();
    }

    Audience audienceOrMembers() {
        return audience == null ? Audience.MEMBERS : Audience.of(audience);
    }
}
