package io.guildhall.community.message;

import io.guildhall.platform.problem.Refusal;

/** A deleted message is not edited. */
public final class MessageIsDeleted extends Refusal {

    public MessageIsDeleted() {
        super(Kind.CONFLICT);
    }
}
