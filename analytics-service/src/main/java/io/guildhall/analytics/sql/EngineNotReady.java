package io.guildhall.analytics.sql;

import io.guildhall.platform.problem.Refusal;

/** No process had begun with a query within its time; soon one does. */
public final class EngineNotReady extends Refusal {

    public EngineNotReady() {
        super(Kind.UNAVAILABLE);
    }
}
