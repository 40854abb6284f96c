package io.guildhall.platform.publish;

import io.guildhall.platform.problem.Refusal;

/** A topic to be made anew that holds what the log does not. */
public final class TopicKnowsMore extends Refusal {

    TopicKnowsMore(String what) {
        super(Kind.CONFLICT, what);
    }
}
