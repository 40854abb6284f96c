package io.guildhall.member.account.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody must tell to register.
 *
 * @param name no sign that makes a link, since a mail repeats it to an address that nobody has proven yet
 */
public record RegistrationRequest(
        @Schema(example = "ada@example.org") @NotBlank @Email @Size(max = 254)
        String mail,

        @Schema(example = "Ada Byron") @NotBlank @Size(max = 80) @Pattern(regexp = "[^\\p{Cntrl}<>/:@]*")
        String name,

        @Schema(description = "15 characters or more") @NotNull @Size(max = 1000)
        String password,

        @Schema(description = "Language of mails: en or zh-CN") @Nullable @Pattern(regexp = "en|zh-CN")
        String language) {

    public String languageOrEnglish() {
        return language == null ? "en" : language;
    }

    @Override
    public String toString() {
        return "RegistrationRequest[]";
    }
}
