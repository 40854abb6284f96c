package io.guildhall.analytics.replay;

import io.guildhall.platform.problem.Refusal;

/** A replay to be started while another runs. */
public final class ReplayRunning extends Refusal {

    public ReplayRunning(String replayId) {
        super(Kind.CONFLICT, replayId);
    }
}
