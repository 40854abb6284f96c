package io.guildhall.analytics.sql;

import io.guildhall.platform.problem.Refusal;

/** A query that is not one SELECT over the views that analysts have. */
public final class QueryNotAllowed extends Refusal {

    public QueryNotAllowed(String what) {
        super(Kind.UNPROCESSABLE, what);
    }
}
