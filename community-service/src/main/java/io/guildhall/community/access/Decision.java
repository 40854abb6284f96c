package io.guildhall.community.access;

import java.util.Locale;

/** Whether something may be used and, if not, why; what stands earlier counts more when grants disagree. */
public enum Decision {
    ALLOWED,
    GRANT_NOT_YET,
    GRANT_ENDED,
    GRANT_EXPIRED,
    NO_GRANT;

    /** {@code no-grant} and the like, as clients read it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
