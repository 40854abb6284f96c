package io.guildhall.community.message;

import io.guildhall.platform.problem.Refusal;

/** Only its author and moderators change a message. */
public final class NotYourMessage extends Refusal {

    public NotYourMessage() {
        super(Kind.FORBIDDEN);
    }
}
