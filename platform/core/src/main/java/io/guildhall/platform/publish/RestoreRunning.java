package io.guildhall.platform.publish;

import io.guildhall.platform.problem.Refusal;

/** A restore to be started while another one of the same service has not ended. */
public final class RestoreRunning extends Refusal {

    public RestoreRunning() {
        super(Kind.CONFLICT);
    }
}
