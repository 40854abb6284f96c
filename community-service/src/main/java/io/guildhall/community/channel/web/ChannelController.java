package io.guildhall.community.channel.web;

import io.guildhall.community.access.Decision;
import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.channel.ChannelCommand.CloseChannel;
import io.guildhall.community.channel.ChannelCommand.OpenChannel;
import io.guildhall.community.channel.ChannelCommand.RenameChannel;
import io.guildhall.community.channel.ChannelCommand.SetHistoryReach;
import io.guildhall.community.channel.ChannelCommand.SetSlowMode;
import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.channel.Channels;
import io.guildhall.community.channel.HistoryReach;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.idempotency.RequestIds;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets owners open, rename and close channels, and shows every member which there are. */
@RestController
@RequestMapping("/api/communities/{communityId}/channels")
@Tag(name = "Channels", description = "The rooms in which a community talks")
class ChannelController {

    record OpenedChannel(String channelId) {}

    private final Commands commands;
    private final Channels channels;
    private final ChannelAccess access;

    ChannelController(Commands commands, Channels channels, ChannelAccess access) {
        this.commands = commands;
        this.channels = channels;
        this.access = access;
    }

    @PostMapping
    @RoleIn("owner")
    @Operation(summary = "Open a channel", description = "For who holds a grant for it, or for everybody signed in.")
    ResponseEntity<OpenedChannel> open(@PathVariable String communityId, @Valid @RequestBody OpenRequest request) {
        var command = new OpenChannel(
                RequestIds.next("chn"),
                communityId,
                request.name(),
                request.descriptionOrNone(),
                request.audienceOrMembers());
        commands.send(command);
        return ResponseEntity.created(
                        URI.create("/api/communities/" + communityId + "/channels/" + command.channelId()))
                .body(new OpenedChannel(command.channelId()));
    }

    @GetMapping
    @SignedIn
    @Operation(
            summary = "List channels",
            description = "All of the community, oldest first; of those that the caller may not use it says what would"
                    + " open them.")
    Page<ChannelView> list(@PathVariable String communityId, PageQuery page, Actor actor) {
        Predicate<ChannelEntry> usable = access.usableBy(communityId, actor.id());
        return channels.page(communityId, page).map(channel -> ChannelView.of(channel, usable.test(channel)));
    }

    @GetMapping("/{channelId}")
    @SignedIn
    @Operation(summary = "Show a channel")
    ChannelView show(@PathVariable String communityId, @PathVariable String channelId, Actor actor) {
        return channels.find(communityId, channelId)
                .map(channel -> ChannelView.of(channel, access.decide(channel, actor.id()) == Decision.ALLOWED))
                .orElseThrow(NotFound::new);
    }

    @PutMapping("/{channelId}")
    @RoleIn("owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Rename a channel", description = "Gives it another name and description.")
    void rename(
            @PathVariable String communityId,
            @PathVariable String channelId,
            @Valid @RequestBody RenameRequest request) {
        commands.send(new RenameChannel(channelId, communityId, request.name(), request.descriptionOrNone()));
    }

    @PutMapping("/{channelId}/slow-mode")
    @RoleIn({"owner", "moderator"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Slow a channel down",
            description = "Each member says one message in so many seconds, staff excepted; 0 ends it.")
    void slow(
            @PathVariable String communityId,
            @PathVariable String channelId,
            @Valid @RequestBody SlowModeRequest request) {
        commands.send(new SetSlowMode(channelId, communityId, request.seconds()));
    }

    @PutMapping("/{channelId}/history-reach")
    @RoleIn({"owner", "moderator"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Set how far back readers see",
            description = "All that was said (\"whole\"), or what was said since their access began"
                    + " (\"since-joining\"); staff sees all. A public channel is always seen as a whole.")
    void reach(
            @PathVariable String communityId,
            @PathVariable String channelId,
            @Valid @RequestBody HistoryReachRequest request) {
        commands.send(new SetHistoryReach(channelId, communityId, HistoryReach.of(request.reach())));
    }

    @PostMapping("/{channelId}/closure")
    @RoleIn("owner")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close a channel", description = "What was said stays readable; nothing more is said in it.")
    void close(@PathVariable String communityId, @PathVariable String channelId) {
        commands.send(new CloseChannel(channelId, communityId));
    }
}
