package io.guildhall.analytics.replay;

import io.guildhall.platform.problem.Refusal;

/** A replay to be started by somebody who is neither operator nor owner of the community that is named. */
public final class ReplayNotYours extends Refusal {

    public ReplayNotYours() {
        super(Kind.FORBIDDEN);
    }
}
