package io.guildhall.local.client;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A reply with a status that was not hoped for; its message is one line that says what and why. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    Refused(Reply reply) {
        super(line(reply));
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }

    private static String line(Reply reply) {
        JsonNode problem = reply.json();
        String detail = problem.path("detail").asString(problem.path("title").asString(""));
        String errors = problem.path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString("") + " "
                        + error.path("detail").asString(""))
                .collect(Collectors.joining("; "));
        return reply.asked() + ": " + reply.status() + " " + reply.problem()
                + (detail.isEmpty() ? "" : " (" + detail + ")") + (errors.isEmpty() ? "" : " " + errors);
    }
}
