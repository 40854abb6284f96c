package io.guildhall.platform.idempotency;

import io.guildhall.platform.problem.Refusal;

/** The first request with this key has not been answered yet. */
final class InProgress extends Refusal {

    InProgress() {
        super(Kind.CONFLICT);
    }
}
