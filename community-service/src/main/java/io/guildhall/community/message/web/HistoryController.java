package io.guildhall.community.message.web;

import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.message.ChatMessages;
import io.guildhall.community.message.Horizon;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was said; every page asks anew whether the caller may. */
@RestController
@RequestMapping("/api/communities/{communityId}/channels/{channelId}")
@SignedIn
@Tag(name = "Messages")
class HistoryController {

    private static final int MOST = 200;

    private final ChannelAccess access;
    private final ChatMessages messages;
    private final Anchors anchors;
    private final Horizon horizon;

    HistoryController(ChannelAccess access, ChatMessages messages, Anchors anchors, Horizon horizon) {
        this.access = access;
        this.messages = messages;
        this.anchors = anchors;
        this.horizon = horizon;
    }

    @GetMapping("/messages")
    @Operation(
            summary = "Read what was said",
            description =
                    "Messages before the anchor, and from it on. The anchor is a sequence, a time, \"firstUnread\""
                            + " or \"newest\". At most 200 in all. Nothing from before the caller came, where the"
                            + " channel shows only what was said since.")
    HistoryView read(
            @PathVariable String communityId,
            @PathVariable String channelId,
            @RequestParam(defaultValue = Anchors.NEWEST) String anchor,
            @RequestParam(defaultValue = "50") int before,
            @RequestParam(defaultValue = "0") int after,
            Actor actor) {
        ChannelEntry channel = access.require(communityId, actor.id(), channelId);
        checkCount("before", before, MOST);
        checkCount("after", after, MOST - before);
        long sequence = anchors.sequence(channelId, actor.id(), anchor);
        long first = horizon.of(channel, actor.id());
        return HistoryView.of(messages.around(channelId, first, sequence, before, after), actor.id());
    }

    private static void checkCount(String name, int count, int most) {
        if (count < 0 || count > most) {
            throw BadField.value(name, "invalid-value");
        }
    }
}
