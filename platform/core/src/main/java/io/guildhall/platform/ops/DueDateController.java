package io.guildhall.platform.ops;

import io.guildhall.platform.due.DueDateDesk;
import io.guildhall.platform.due.StuckDueDate;
import io.guildhall.platform.privacy.PersonalCipher;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Operator;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists commands that were refused or keep failing since their date came, and takes the operator's decision. */
@Operator
@RestController
@RequestMapping("/ops/due-dates")
class DueDateController {

    private static final int MOST = 1_000;

    /**
     * A command that is stuck.
     *
     * @param payload without personal fields
     * @param reason what was said to the last attempt
     * @param dropped {@code null} while it waits
     */
    record DueCommand(
            String id,
            Instant due,
            String command,
            String payload,
            int attempts,
            String reason,
            StuckDueDate.@Nullable Dropped dropped) {

        static DueCommand of(StuckDueDate date) {
            return new DueCommand(
                    date.id(),
                    date.due(),
                    date.command(),
                    PersonalCipher.redact(date.json()),
                    date.attempts(),
                    date.reason(),
                    date.dropped());
        }
    }

    record DueCommands(List<DueCommand> items) {}

    private final DueDateDesk desk;

    DueDateController(DueDateDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "Due commands that were refused or keep failing")
    Page<DueCommand> stuckDueDates(PageQuery query) {
        return Page.of(desk.stuck(query.after(), query.fetch()), query, StuckDueDate::id)
                .map(DueCommand::of);
    }

    @GetMapping("/dropped")
    @Operation(summary = "Due commands that were given up, by whom and why")
    DueCommands droppedDueDates() {
        return new DueCommands(desk.dropped(MOST).stream().map(DueCommand::of).toList());
    }

    /** Answers before the command was sent: where it is refused again, it is listed again. */
    @PostMapping("/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a due command at once")
    void retryDueDate(@RequestParam String id) {
        require(desk.retry(id));
    }

    @PostMapping("/drop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a due command up for good")
    void dropDueDate(@RequestParam String id, @Valid @RequestBody DropRequest request, Actor actor) {
        require(desk.drop(id, actor.id(), request.reason()));
    }

    private static void require(boolean found) {
        if (!found) {
            throw new NotFound();
        }
    }
}
