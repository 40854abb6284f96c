package io.guildhall.platform.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of one event in one log, written {@code member.0/4711}.
 *
 * @param log a {@link LogName} as text
 * @param number 1, 2, 3, … without holes; 0 stands before the first event
 */
public record LogPosition(String log, long number) {

    /** The last number that is read again from text. */
    public static final long LAST = 999_999_999_999_999_999L;

    private static final Pattern TEXT = Pattern.compile("(" + LogName.TEXT + ")/([0-9]{1,18})");

    /** @throws IllegalArgumentException when the text is not a position */
    public static LogPosition parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a log position: " + text);
        }
        return new LogPosition(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return log + "/" + number;
    }
}
