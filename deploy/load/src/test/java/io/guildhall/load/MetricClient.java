package io.guildhall.load;

import io.guildhall.local.client.GuildhallClient;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Asks for a community's numbers as its owner does. */
record MetricClient(GuildhallClient owner, String community) {

    Days over(LocalDate from, LocalDate to) {
        return new Days(this, from, to);
    }

    /** The days from {@code from} up to, not including, {@code to}. */
    record Days(MetricClient client, LocalDate from, LocalDate to) {

        /** Each metric's value, or the reason why there is none. */
        List<String> values(String... names) {
            return Stream.of(names).map(name -> value(name, "")).toList();
        }

        /** @param more parameters of the request, each with an ampersand before it */
        String value(String name, String more) {
            JsonNode answer = client.owner()
                    .get("/api/communities/%s/metrics/%s?from=%s&to=%s%s"
                            .formatted(client.community(), name, from, to, more))
                    .expect(200)
                    .json();
            JsonNode value = answer.path("value");
            return value.isNumber()
                    ? value.decimalValue().stripTrailingZeros().toPlainString()
                    : answer.path("undefinedReason").asString();
        }
    }
}
