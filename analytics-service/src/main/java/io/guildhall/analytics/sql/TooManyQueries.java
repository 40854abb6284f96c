package io.guildhall.analytics.sql;

import io.guildhall.platform.problem.Refusal;

/** More queries at a time than this instance runs. */
public final class TooManyQueries extends Refusal {

    public TooManyQueries() {
        super(Kind.TOO_MANY_REQUESTS);
    }
}
