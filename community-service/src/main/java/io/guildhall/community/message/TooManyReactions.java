package io.guildhall.community.message;

import io.guildhall.platform.problem.Refusal;

/** A message bears so many different reactions and no more. */
public final class TooManyReactions extends Refusal {

    public TooManyReactions() {
        super(Kind.CONFLICT, ChatMessage.MOST_REACTIONS);
    }
}
