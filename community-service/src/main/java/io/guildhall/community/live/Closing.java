package io.guildhall.community.live;

import jakarta.websocket.CloseReason;
import java.util.Locale;

/** Why the server ends a connection; codes from 4000 on pass every gateway unchanged. */
enum Closing {
    /** The ticket is unknown, used, or too old. */
    TICKET(4401),
    /** Asked again and again for what is not open to the member. */
    ACCESS(4403),
    /** Reads more slowly than is said; comes back and resumes behind its last sequence. */
    SLOW(4408),
    /** A message above 16 KB. */
    SIZE(4413),
    /** Frames too often. */
    RATE(4429),
    /** This instance stops; another one takes over. */
    RESTART(4503);

    private final int code;

    Closing(int code) {
        this.code = code;
    }

    CloseReason reason() {
        return new CloseReason(CloseReason.CloseCodes.getCloseCode(code), name().toLowerCase(Locale.ROOT));
    }
}
