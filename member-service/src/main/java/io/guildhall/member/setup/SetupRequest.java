package io.guildhall.member.setup;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What the first operator tells. */
record SetupRequest(
        @NotBlank @Size(max = 200) String setupToken,
        @NotBlank @Email @Size(max = 254) String mail,
        @NotBlank @Size(max = 80) String name,
        @NotNull @Size(max = 1000) String password) {

    @Override
    public String toString() {
        return "SetupRequest[]";
    }
}
