package io.guildhall.platform.publish;

/** Names of the CloudEvents extensions that every published event bears. */
public final class Extensions {

    /** The log it comes from, {@code member.0}. */
    public static final String LOG = "guildhalllog";
    /** Its position in that log. */
    public static final String POSITION = "guildhallposition";
    /** The position of the event of its log before it in the same partition, 0 for the first. */
    public static final String PREVIOUS = "guildhallprevious";

    public static final String REVISION = "guildhallrevision";
    /** Its place in its stream, from 0. */
    public static final String SEQUENCE = "sequence";

    public static final String COMMUNITY = "community";
    public static final String ACTOR = "actor";
    public static final String REASON = "reason";
    public static final String CORRELATION = "correlationid";
    public static final String CAUSATION = "causationid";
    /** When the fact became true, where that differs from {@code time}, when it was recorded. */
    public static final String VALID_TIME = "validtime";

    private Extensions() {}
}
