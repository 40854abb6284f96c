package io.guildhall.member.grant;

import io.guildhall.platform.id.Ids;
import java.util.List;

/** Something a grant opens: {@code course:crs_…} is one course, {@code course:*} every course of the community. */
public record Resource(String text) {

    private static final String COURSE = "course:";
    private static final String EVERY_COURSE = COURSE + "*";

    /** @throws IllegalArgumentException when the text names no resource that can be granted */
    public Resource {
        if (!isResource(text)) {
            throw new IllegalArgumentException("not a resource: " + text);
        }
    }

    public static boolean isResource(String text) {
        return text.equals(EVERY_COURSE)
                || (text.startsWith(COURSE) && Ids.isId("crs", text.substring(COURSE.length())));
    }

    /** The resources whose grants cover this one, itself first. */
    public List<String> coveredBy() {
        return text.equals(EVERY_COURSE) ? List.of(text) : List.of(text, EVERY_COURSE);
    }

    @Override
    public String toString() {
        return text;
    }
}
