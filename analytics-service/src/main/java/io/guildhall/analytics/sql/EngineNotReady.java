package io.guildhall.analytics.sql;

import io.guildhall.platform.problem.Refusal;

/** No process was there for a query in its time; soon there is one. */
public final class EngineNotReady extends Refusal {

    public EngineNotReady() {
        super(Kind.UNAVAILABLE);
    }
}
