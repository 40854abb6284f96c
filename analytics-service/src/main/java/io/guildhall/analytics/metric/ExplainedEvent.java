package io.guildhall.analytics.metric;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An event behind a number.
 *
 * @param position like {@code member.0/4711}
 */
public record ExplainedEvent(
        String eventId, String name, String position, String streamId, Instant validAt, Instant recordedAt) {

    /** A position as it is compared. */
    public record Place(String log, long position) {

        public static final Place START = new Place("", 0);

        /** @throws IllegalArgumentException when it is not a position */
        public static Place of(@Nullable String text) {
            if (text == null) {
                return START;
            }
            if (!text.matches("[a-z]{1,40}\\.\\d{1,9}/\\d{1,18}")) {
                throw new IllegalArgumentException("position " + text);
            }
            int slash = text.indexOf('/');
            return new Place(text.substring(0, slash), Long.parseLong(text.substring(slash + 1)));
        }
    }

    static ExplainedEvent of(ResultSet row) throws SQLException {
        return new ExplainedEvent(
                row.getString(1),
                row.getString(2),
                row.getString(3) + "/" + row.getLong(4),
                row.getString(5),
                instant(row.getLong(6)),
                instant(row.getLong(7)));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
