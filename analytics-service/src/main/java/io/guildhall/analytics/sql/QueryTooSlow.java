package io.guildhall.analytics.sql;

import io.guildhall.platform.problem.Refusal;

/** A query that was stopped because it took too long. */
public final class QueryTooSlow extends Refusal {

    public QueryTooSlow() {
        super(Kind.UNPROCESSABLE, Sandbox.MOST_SECONDS);
    }
}
