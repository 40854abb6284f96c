package io.guildhall.platform.ops;

import io.guildhall.platform.publish.TopicRestore;
import io.guildhall.platform.restore.LogRestore;
import io.guildhall.platform.security.Operator;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes what was lost anew from what is left. */
@Operator
@RestController
@RequestMapping("/ops/restore")
class RestoreController {

    private final TopicRestore topic;
    private final LogRestore log;

    RestoreController(TopicRestore topic, LogRestore log) {
        this.topic = topic;
        this.log = log;
    }

    /** Answers when publication begins anew; its lag in the status tells how far it is. */
    @PostMapping("/topic")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Make a lost topic anew and publish everything again",
            description = "The topic is deleted where it is still there. Refused where it holds what the log does not.")
    void restoreTopic() {
        topic.begin();
    }

    @GetMapping("/log")
    @Operation(summary = "How far the restore of the logs has come")
    LogRestore.RestoreProgress logRestore() {
        return log.progress();
    }

    /** Answers when it has begun; asked for again it goes on where it broke off. */
    @PostMapping("/log")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Append to the logs what only the topic holds",
            description = "Takes time in proportion to the history. Commands are refused until it is done.")
    LogRestore.RestoreProgress restoreLog() {
        return log.begin();
    }
}
