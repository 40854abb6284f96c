package io.guildhall.community.message.web;

import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.message.MessageText;
import io.guildhall.community.message.Pace;
import io.guildhall.community.message.Reactions;
import io.guildhall.community.message.Said;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adds and withdraws reactions for callers without a socket. */
@RestController
@RequestMapping("/api/communities/{communityId}/channels/{channelId}/messages/{messageId}/reactions/{reaction}")
@SignedIn
@Tag(name = "Messages")
class ReactionController {

    private final ChannelAccess access;
    private final Reactions reactions;
    private final Pace pace;

    ReactionController(ChannelAccess access, Reactions reactions, Pace pace) {
        this.access = access;
        this.reactions = reactions;
        this.pace = pace;
    }

    @PutMapping
    @Operation(summary = "React to a message", description = "With one emoji; the same one again changes nothing.")
    Said add(
            @PathVariable String communityId,
            @PathVariable String channelId,
            @PathVariable String messageId,
            @PathVariable String reaction,
            Actor actor) {
        ChannelEntry channel = change(communityId, channelId, reaction, actor);
        return reactions.add(channel, actor.id(), messageId, reaction);
    }

    @DeleteMapping
    @Operation(summary = "Withdraw a reaction", description = "One's own.")
    Said withdraw(
            @PathVariable String communityId,
            @PathVariable String channelId,
            @PathVariable String messageId,
            @PathVariable String reaction,
            Actor actor) {
        ChannelEntry channel = change(communityId, channelId, reaction, actor);
        return reactions.withdraw(channel, actor.id(), messageId, reaction);
    }

    private ChannelEntry change(String communityId, String channelId, String reaction, Actor actor) {
        if (!MessageText.isReaction(reaction)) {
            throw BadField.value("reaction", "invalid-value");
        }
        ChannelEntry channel = access.requireOpen(communityId, actor.id(), channelId);
        pace.spend(actor.id(), channelId);
        return channel;
    }
}
