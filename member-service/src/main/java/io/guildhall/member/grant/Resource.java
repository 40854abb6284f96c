package io.guildhall.member.grant;

import java.util.List;

/**
 * Something a grant opens: {@code course:crs_…} is one course, {@code course:*} every course of the community; channels
 * ({@code channel:chn_…}, {@code channel:*}) likewise.
 */
public record Resource(String text) {

    /** How a resource is written. */
    public static final String FORM = "(course:(\\*|crs_[0-9a-f]{32}))|(channel:(\\*|chn_[0-9a-f]{32}))";

    private static final String EVERY = "*";

    /** @throws IllegalArgumentException when the text names no resource that can be granted */
    public Resource {
        if (!isResource(text)) {
            throw new IllegalArgumentException("not a resource: " + text);
        }
    }

    public static boolean isResource(String text) {
        return text.matches(FORM);
    }

    /** The resources whose grants cover this one, itself first. */
    public List<String> coveredBy() {
        String every = text.substring(0, text.indexOf(':') + 1) + EVERY;
        return text.equals(every) ? List.of(text) : List.of(text, every);
    }

    @Override
    public String toString() {
        return text;
    }
}
