package io.guildhall.community.message.web;

import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.message.Pace;
import io.guildhall.community.message.Said;
import io.guildhall.community.message.Talk;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Says, edits and deletes messages for callers without a socket. */
@RestController
@RequestMapping("/api/communities/{communityId}/channels/{channelId}/messages")
@SignedIn
@Tag(name = "Messages", description = "What is said in channels")
class MessageController {

    private final ChannelAccess access;
    private final Talk talk;
    private final Pace pace;

    MessageController(ChannelAccess access, Talk talk, Pace pace) {
        this.access = access;
        this.talk = talk;
        this.pace = pace;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Say something",
            description = "The same localId again says nothing again and is answered with what it came to at first.")
    Said post(
            @PathVariable String communityId,
            @PathVariable String channelId,
            @Valid @RequestBody PostRequest request,
            Actor actor) {
        ChannelEntry channel = change(communityId, channelId, actor);
        return talk.post(channel, actor.id(), request.localId(), request.body());
    }

    @PutMapping("/{messageId}")
    @Operation(summary = "Edit a message", description = "One's own; moderators any. The former text is kept.")
    Said edit(
            @PathVariable String communityId,
            @PathVariable String channelId,
            @PathVariable String messageId,
            @Valid @RequestBody EditRequest request,
            Actor actor) {
        ChannelEntry channel = change(communityId, channelId, actor);
        boolean moderator = access.isModerator(communityId, actor.id());
        return talk.edit(channel, actor.id(), moderator, messageId, request.body());
    }

    @DeleteMapping("/{messageId}")
    @Operation(summary = "Delete a message", description = "One's own; moderators any. Its place stays.")
    Said delete(
            @PathVariable String communityId,
            @PathVariable String channelId,
            @PathVariable String messageId,
            Actor actor) {
        ChannelEntry channel = change(communityId, channelId, actor);
        return talk.delete(channel, actor.id(), access.isModerator(communityId, actor.id()), messageId);
    }

    private ChannelEntry change(String communityId, String channelId, Actor actor) {
        ChannelEntry channel = access.requireOpen(communityId, actor.id(), channelId);
        pace.spend(actor.id(), channelId);
        return channel;
    }
}
