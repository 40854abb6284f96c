package io.guildhall.analytics.sql;

import io.guildhall.platform.problem.Refusal;

/** A query that was stopped because it took too much memory. */
public final class QueryTooLarge extends Refusal {

    public QueryTooLarge() {
        super(Kind.UNPROCESSABLE, Sandbox.MOST_MEGABYTES);
    }
}
