package io.guildhall.load;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** The ledger of a hall in which all that is sold costs 49 yuan. */
record Books(Hall hall) {

    private static final long PRICE = 4_900;

    /** An invoice and a payment of each purchase stand in the books, and nothing else. */
    void hold(int courses, int terms) {
        hold(courses, terms, 0);
    }

    /** @param returned terms besides that were paid, and whose money was given back */
    void hold(int courses, int terms, int returned) {
        JsonNode audit = hall.audit();
        assertThat(audit.path("complete").asBoolean()).as(audit.toString()).isTrue();
        assertThat(audit.path("findings")).isEmpty();
        assertThat(audit.path("balanced").asBoolean()).as(audit.toString()).isTrue();
        assertThat(audit.path("transactions").asLong()).isEqualTo(2L * (courses + terms) + 3L * returned);
        assertThat(sum(audit, "revenue")).isEqualTo(-PRICE * courses);
        assertThat(sum(audit, "deferred-revenue")).isEqualTo(-PRICE * terms);
        assertThat(sum(audit, "gateway-clearing")).isEqualTo(PRICE * (courses + terms));
        assertThat(sum(audit, "receivable")).isZero();
    }

    private static long sum(JsonNode audit, String account) {
        return audit.path("accounts")
                .valueStream()
                .filter(each -> each.path("account").asString().equals(account))
                .mapToLong(each -> each.path("sumMinor").asLong())
                .sum();
    }
}
