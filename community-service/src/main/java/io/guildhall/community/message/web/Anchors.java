package io.guildhall.community.message.web;

import io.guildhall.community.message.ChatMessages;
import io.guildhall.community.message.Reading;
import io.guildhall.platform.problem.BadField;
import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Where in a channel a page of its history is to be read: at a sequence, a time, what is not yet read, or its end. */
@Component
class Anchors {

    static final String NEWEST = "newest";
    static final String FIRST_UNREAD = "firstUnread";

    private final ChatMessages messages;
    private final Reading reading;

    Anchors(ChatMessages messages, Reading reading) {
        this.messages = messages;
        this.reading = reading;
    }

    /** @throws BadField when it is no anchor */
    long sequence(String channelId, String memberId, String anchor) {
        if (anchor.equals(NEWEST)) {
            return ChatMessages.BEYOND;
        }
        if (anchor.equals(FIRST_UNREAD)) {
            return reading.readUpTo(channelId, memberId) + 1;
        }
        return anchor.matches("[0-9]{1,18}") ? Long.parseLong(anchor) : messages.sequenceAt(channelId, time(anchor));
    }

    private static Instant time(String anchor) {
        try {
            return Instant.parse(anchor);
        } catch (DateTimeException _) {
            throw BadField.value("anchor", "invalid-value");
        }
    }
}
