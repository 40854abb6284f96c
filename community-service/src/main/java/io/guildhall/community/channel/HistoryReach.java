package io.guildhall.community.channel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How far back the readers of a channel see what was said; staff sees it all. */
public enum HistoryReach {
    /** To its beginning. */
    WHOLE,
    /** To where a reader's unbroken access began: who left and came back begins anew. */
    SINCE_JOINING;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no reach has this text */
    public static HistoryReach of(String text) {
        return Arrays.stream(values())
                .filter(reach -> reach.text().equals(text))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("reach " + text));
    }
}
