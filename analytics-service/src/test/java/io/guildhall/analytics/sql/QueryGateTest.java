package io.guildhall.analytics.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class QueryGateTest {

    private final QueryGate gate = new QueryGate();

    @Test
    void saysWhereItDoesNotUnderstand() {
        assertThat(faultOf("SELECT 1 AS n FORM events").extensions()).containsEntry("offset", 14);
        assertThat(faultOf("SELECT '月' AS m FORM events").extensions()).containsEntry("offset", 16);
    }

    private QueryFailed faultOf(String query) {
        return catchThrowableOfType(QueryFailed.class, () -> gate.check(query));
    }
}
