package io.guildhall.community.channel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Who may use a channel without a role in its community. */
public enum Audience {
    /** Members with a grant that covers it. */
    MEMBERS,
    /** Whoever has signed in. */
    PUBLIC;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no audience has this text */
    public static Audience of(String text) {
        return Arrays.stream(values())
                .filter(audience -> audience.text().equals(text))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("audience " + text));
    }
}
