package io.guildhall.platform.ops;

import io.guildhall.platform.publish.TopicRestore;
import io.guildhall.platform.security.Operator;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
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

    RestoreController(TopicRestore topic) {
        this.topic = topic;
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
}
