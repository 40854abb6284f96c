package io.guildhall.community.message;

import io.guildhall.platform.problem.Refusal;
import java.time.Duration;

/** An author edits for a while only, so that what others answered to stays what it was; moderators edit at any time. */
public final class TooLateToEdit extends Refusal {

    public TooLateToEdit(Duration window) {
        super(Kind.CONFLICT, window.toHours());
    }
}
