package io.guildhall.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChaosReportTest {

    private static final String RUN = """
        {"seed": 7, "kills": 3, "campaigns": 1, "tookMillis": 125000, "events": 812,
         "processes": [{"name": "store", "kills": 3, "medianAwayMillis": 1800, "longestAwayMillis": 2400}],
         "operations": [{"kind": "orders", "asked": 12, "done": 10, "unknown": 0, "refused": 2}],
         "counts": {"lost": %d, "doubled": 0}, "violations": [%s], "data": %s}
        """;

    @Test
    void tellsWhoWasAwayAndThatNothingWentWrong() {
        var report = report(0, "", "null");
        assertThat(report.clean()).isTrue();
        assertThat(report.lines())
                .contains(
                        "store    3      1.8 s         2.4 s",
                        "orders     12     10    0        2",
                        "lost     0",
                        "Clean: 3 kills in 2 min 5 s, 812 events, seed 7.");
    }

    @Test
    void tellsWhatWentWrongAndWhereItCanBeSeen() {
        var report = report(1, "\"lost: op-9 was done and has no event\"", "\"/tmp/hall\"");
        assertThat(report.clean()).isFalse();
        assertThat(report.lines())
                .contains(
                        "lost: op-9 was done and has no event",
                        "NOT clean: 3 kills in 2 min 5 s, 812 events, seed 7; the data is in /tmp/hall.");
    }

    private static ChaosReport report(int lost, String violations, String data) {
        return new ChaosReport(JsonMapper.shared().readTree(RUN.formatted(lost, violations, data)));
    }
}
