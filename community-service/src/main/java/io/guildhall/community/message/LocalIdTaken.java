package io.guildhall.community.message;

import io.guildhall.platform.problem.Refusal;

/** An author's own id of a message stands for one text for ever; another text under it would be lost without a word. */
public final class LocalIdTaken extends Refusal {

    private static final long serialVersionUID = 1;

    public LocalIdTaken(String localId) {
        super(Kind.UNPROCESSABLE, localId);
    }
}
