package io.guildhall.member.oauth.web;

import io.guildhall.member.oauth.MemberSession;
import io.guildhall.member.session.Device;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sign-in as its member sees it. */
record SessionView(
        String id,
        Instant signedInAt,

        @Schema(description = "When a client last got an access token by it")
        Instant lastUsedAt,

        @Schema(description = "When it ends by itself, unless a client renews it")
        Instant until,

        @Schema(
                description =
                        "Who acts by it: `gateway` for a browser, `guildhall-cli` for a program on a member's machine",
                example = "[\"gateway\"]")
        List<String> clients,

        @Schema(description = "Null where it is not known", example = "Firefox") @Nullable
        String browser,

        @Schema(description = "Null where it is not known", example = "Linux") @Nullable
        String system,

        @Schema(description = "Whether this request follows from it")
        boolean current) {

    static SessionView of(MemberSession session, @Nullable String asking) {
        Device device = session.device();
        return new SessionView(
                session.id(),
                session.signedInAt(),
                session.lastUsedAt(),
                session.until(),
                List.copyOf(session.clients()),
                device == null ? null : device.browser(),
                device == null ? null : device.system(),
                session.sid().equals(asking));
    }
}
