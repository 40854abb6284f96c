package io.guildhall.community.message.web;

import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.message.Reading;
import io.guildhall.community.message.Unread;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller has read of a channel, and whether he wants to hear of the rest. */
@RestController
@RequestMapping("/api/communities/{communityId}/channels/{channelId}")
@SignedIn
@Tag(name = "Messages")
class ReadingController {

    private final ChannelAccess access;
    private final Reading reading;

    ReadingController(ChannelAccess access, Reading reading) {
        this.access = access;
        this.reading = reading;
    }

    @PutMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Mark as read",
            description = "Up to a sequence; a mark never moves back. All devices of the caller are told.")
    void mark(
            @PathVariable String communityId,
            @PathVariable String channelId,
            @Valid @RequestBody ReadRequest request,
            Actor actor) {
        access.require(communityId, actor.id(), channelId);
        reading.advance(channelId, actor.id(), request.sequence());
    }

    @PutMapping("/mute")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Mute a channel",
            description = "For the caller only: nothing of it counts as unread, but mentions do.")
    void mute(@PathVariable String communityId, @PathVariable String channelId, Actor actor) {
        access.require(communityId, actor.id(), channelId);
        reading.mute(channelId, actor.id(), true);
    }

    @DeleteMapping("/mute")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mute a channel no more")
    void unmute(@PathVariable String communityId, @PathVariable String channelId, Actor actor) {
        access.require(communityId, actor.id(), channelId);
        reading.mute(channelId, actor.id(), false);
    }

    @GetMapping("/unread")
    @Operation(
            summary = "Count what is unread",
            description =
                    "Messages of others behind the mark, 1000 at most, and those of them that mention the caller.")
    Unread unread(@PathVariable String communityId, @PathVariable String channelId, Actor actor) {
        return reading.unread(access.require(communityId, actor.id(), channelId), actor.id());
    }
}
