package io.guildhall.course.access;

import java.util.Locale;

/** Whether something may be opened and, if not, why; what stands earlier counts more when grants disagree. */
public enum Decision {
    ALLOWED,
    GRANT_NOT_YET,
    GRANT_ENDED,
    GRANT_EXPIRED,
    NO_GRANT;

    /** @throws EntitlementRequired unless the course may be opened */
    public void require(String courseId) {
        if (this != ALLOWED) {
            throw new EntitlementRequired(this, courseId);
        }
    }

    /** {@code no-grant} and the like, as clients read it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
