package io.guildhall.platform.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one log, written {@code member.0}, and {@code member.0.2} in its second generation.
 *
 * @param service {@code member}, {@code course}, …
 * @param number from 0
 * @param generation from 1; the next one begins when an old backup was restored, so that nobody takes a position of the
 *     one for that of the other
 */
public record LogName(String service, int number, int generation) {

    static final String TEXT = "[a-z][a-z0-9-]{0,40}\\.[0-9]{1,4}(?:\\.[0-9]{1,4})?";

    private static final Pattern PARTS = Pattern.compile("([a-z][a-z0-9-]{0,40})\\.([0-9]{1,4})(?:\\.([0-9]{1,4}))?");

    /** The log with which every service begins. */
    public static LogName first(String service) {
        return new LogName(service, 0, 1);
    }

    /** @throws IllegalArgumentException when the text is not the name of a log */
    public static LogName parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a log: " + text);
        }
        String generation = parts.group(3);
        return new LogName(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                generation == null ? 1 : Integer.parseInt(generation));
    }

    /** Its name in every generation, {@code member.0}: what was done for an event stays done. */
    public String lasting() {
        return service + "." + number;
    }

    /** Whether it is of a later generation of the same service's logs, which begin anew together. */
    public boolean replaces(LogName other) {
        return service.equals(other.service) && generation > other.generation;
    }

    @Override
    public String toString() {
        return generation == 1 ? service + "." + number : service + "." + number + "." + generation;
    }
}
