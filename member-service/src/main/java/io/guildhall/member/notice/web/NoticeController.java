package io.guildhall.member.notice.web;

import io.guildhall.member.notice.NoticeCommand.ReadNotice;
import io.guildhall.member.notice.ReadNoticesUpTo;
import io.guildhall.member.notice.list.ListedNotice;
import io.guildhall.member.notice.list.Notices;
import io.guildhall.platform.axon.Commands;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own notices, of all communities. */
@RestController
@RequestMapping("/api/me/notices")
@SignedIn
@Tag(name = "Notices", description = "What a member is told of his access, roles, subscriptions and refunds")
class NoticeController {

    private static final int MOST_COUNTED = 99;

    /** @param more whether there are more than were counted */
    record UnreadNotices(
            @Schema(description = "at most " + MOST_COUNTED) int count, boolean more) {}

    record ReadRequest(
            @Schema(description = "the newest notice that was shown: it and all before it are read")
            @NotNull
            @Pattern(regexp = "ntc_[0-9a-f]{32}")
            String upTo) {}

    private final Notices notices;
    private final Commands commands;

    NoticeController(Notices notices, Commands commands) {
        this.notices = notices;
        this.commands = commands;
    }

    @GetMapping
    @Operation(summary = "My notices", description = "Newest first; what `about` holds depends on `kind`.")
    Page<NoticeView> list(Actor actor, PageQuery page) {
        Instant readUpTo = notices.readUpTo(actor.id());
        return notices.of(actor.id(), page).map(notice -> NoticeView.of(notice, readUpTo));
    }

    @GetMapping("/unread")
    @Operation(summary = "How many of my notices are unread")
    UnreadNotices unread(Actor actor) {
        int found = notices.unread(actor.id(), MOST_COUNTED + 1);
        return new UnreadNotices(Math.min(found, MOST_COUNTED), found > MOST_COUNTED);
    }

    @PostMapping("/{noticeId}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "I have read this notice", description = "May be repeated.")
    void read(Actor actor, @PathVariable String noticeId) {
        if (!Ids.isId("ntc", noticeId)) {
            throw new NotFound();
        }
        commands.send(new ReadNotice(noticeId, actor.id()));
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "I have read all notices up to this one",
            description =
                    "What was given later stays unread. May be repeated; 404 when there is no such notice of mine.")
    void readAll(Actor actor, @Valid @RequestBody ReadRequest request) {
        ListedNotice newest = notices.find(actor.id(), request.upTo()).orElseThrow(NotFound::new);
        commands.send(ReadNoticesUpTo.of(actor.id(), newest.givenAt()));
    }
}
