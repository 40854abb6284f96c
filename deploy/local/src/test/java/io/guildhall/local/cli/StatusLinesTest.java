package io.guildhall.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.local.stack.StackState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StatusLinesTest {

    private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");

    @Test
    void showsWhatWaitsForAnOperator() {
        var status = JsonMapper.shared().readTree("""
            {"ready": true, "logs": [{"name": "billing.0", "head": 12}], "deadLetters": 2, "stuckDueDates": 3}
            """);
        var state = new StackState(1, NOW, "http://127.0.0.1:8080", List.of());

        assertThat(new StatusLines("http://127.0.0.1:8080", Optional.of(state), Map.of("billing-service", status), NOW)
                        .lines())
                .anySatisfy(line -> assertThat(line).matches("billing-service +dead letters +2 *"))
                .anySatisfy(line -> assertThat(line).matches("billing-service +stuck due dates +3 *"));
    }
}
