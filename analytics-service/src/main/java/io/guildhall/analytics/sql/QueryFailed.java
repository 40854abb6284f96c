package io.guildhall.analytics.sql;

import io.guildhall.platform.problem.Refusal;
import java.util.Map;

/** A query that the engine does not understand or cannot carry out. */
public final class QueryFailed extends Refusal {

    /** Where it is not known at which place of the query. */
    static final int NOWHERE = -1;

    private final int offset;

    /** @param offset characters of the query before the place, or {@link #NOWHERE} */
    public QueryFailed(String why, int offset) {
        super(Kind.UNPROCESSABLE, why);
        this.offset = offset;
    }

    @Override
    public Map<String, Object> extensions() {
        return offset < 0 ? Map.of() : Map.of("offset", offset);
    }
}
