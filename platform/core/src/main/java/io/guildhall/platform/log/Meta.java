package io.guildhall.platform.log;

/** Keys of an event's metadata. */
public final class Meta {

    public static final String ACTOR = "actor";
    public static final String REASON = "reason";
    public static final String CORRELATION = "correlation";
    public static final String CAUSATION = "causation";
    /** When the fact became true, if that differs from when it was recorded. */
    public static final String VALID_AT = "validAt";

    private Meta() {}
}
