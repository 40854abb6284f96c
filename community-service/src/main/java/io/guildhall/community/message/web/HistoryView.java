package io.guildhall.community.message.web;

import io.guildhall.community.message.HistoryPage;
import java.util.List;

/**
 * A part of what was said, oldest first.
 *
 * @param asOf the sequence of the newest fact that it knows, -1 when nothing was said: subscribe behind it
 */
record HistoryView(List<MessageView> messages, boolean foundOldest, boolean foundNewest, long asOf) {

    static HistoryView of(HistoryPage page, String callerId) {
        return new HistoryView(
                page.messages().stream()
                        .map(message -> MessageView.of(message, callerId))
                        .toList(),
                page.foundOldest(),
                page.foundNewest(),
                page.asOf());
    }
}
