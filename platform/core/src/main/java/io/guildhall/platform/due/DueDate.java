package io.guildhall.platform.due;

import java.time.Instant;

/** A claimed due date: what is to be done and since when. */
record DueDate(String id, Instant due, String command, String json, int attempts) {

    /** The same for the same date of the same id, however often it is tried. */
    String commandId() {
        return "due/" + id + "/" + due.toEpochMilli();
    }
}
