package io.guildhall.platform.publish;

import io.guildhall.platform.log.Meta;
import java.util.List;
import java.util.Map;

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

    /** The position of the first event of its commit, which is stored and comes back whole. */
    public static final String COMMIT = "guildhallcommit";

    /** The command that its commit did. */
    public static final String COMMAND = "guildhallcommand";

    /** What kind of stream it is in. */
    public static final String STREAM_TYPE = "guildhalltype";

    public static final String COMMUNITY = "community";
    public static final String ACTOR = "actor";
    public static final String REASON = "reason";
    public static final String CORRELATION = "correlationid";
    public static final String CAUSATION = "causationid";
    /** When the fact became true, where that differs from {@code time}, when it was recorded. */
    public static final String VALID_TIME = "validtime";

    /** The extension that tells each key of an event's metadata, in the order in which they are stored. */
    public static final List<Map.Entry<String, String>> OF_META = List.of(
            Map.entry(Meta.ACTOR, ACTOR),
            Map.entry(Meta.REASON, REASON),
            Map.entry(Meta.CORRELATION, CORRELATION),
            Map.entry(Meta.CAUSATION, CAUSATION),
            Map.entry(Meta.VALID_AT, VALID_TIME));

    private Extensions() {}
}
