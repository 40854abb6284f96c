package io.guildhall.analytics.sql;

import io.guildhall.platform.problem.Refusal;

/** A query that the engine does not understand or cannot carry out. */
public final class QueryFailed extends Refusal {

    public QueryFailed(String why) {
        super(Kind.UNPROCESSABLE, why);
    }
}
