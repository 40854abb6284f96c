package io.guildhall.billing.order.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a member wants to buy; the price is the offer's, so a price that is sent along is refused as unknown.
 *
 * @param returnTo to which path of our own origin the provider's page leads back; to the first page where absent
 */
record OrderRequest(
        @NotNull @Pattern(regexp = "off_[0-9a-f]{32}") String offerId,

        @Schema(description = "Path of this origin to which the provider's page leads back", example = "/reading-room")
        @Pattern(regexp = PATH_HERE)
        @Size(max = 500)
        @Nullable
        String returnTo) {

    /** Two slashes would begin the name of another host, and browsers read a backslash as a slash. */
    static final String PATH_HERE = "/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*";
}
