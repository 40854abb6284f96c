package io.guildhall.community.message;

import java.util.List;

/**
 * A part of what was said, oldest first.
 *
 * @param asOf the sequence of the newest fact that it knows; a live feed behind it misses nothing
 */
public record HistoryPage(List<ChatMessage> messages, boolean foundOldest, boolean foundNewest, long asOf) {

    public HistoryPage {
        messages = List.copyOf(messages);
    }
}
