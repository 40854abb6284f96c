package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.demo.history.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What became of a history in one community, as analytics counts it: the numbers that the charts show.
 *
 * @param from the first day
 * @param to the day behind the last
 */
record HistoryFigures(GuildhallClient owner, Venue venue, LocalDate from, LocalDate to) {

    private static final int CHURN_DAYS = 30;
    private static final int COMPLETION_DAYS = 30;

    /** By the fact that is counted. */
    private static final Map<String, String> COUNTED = Map.of(
            "billing.subscription.renewed", "renewals",
            "billing.subscription.renewal-failed", "renewalsFailed",
            "member.membership.returned", "returns",
            "course.enrollment.course-completed", "coursesCompleted",
            "community.message.posted", "messages");

    /** The numbers by name; a text that says why where there is none. */
    Map<String, Object> numbers() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        MetricNumbers whole = MetricNumbers.over(owner, venue.communityId(), from, to);
        MetricNumbers lately = MetricNumbers.over(owner, venue.communityId(), to.minusDays(CHURN_DAYS), to);
        numbers.put("begun", value(whole.ask("n1", "")));
        numbers.put("ended", value(whole.ask("n2", "")));
        numbers.put("members", value(whole.ask("n-total", "")));
        numbers.put("churn", value(lately.ask("churn", "")));
        numbers.put("completion", value(whole.ask("completion", "&days=" + COMPLETION_DAYS)));
        numbers.put("mrr", value(whole.ask("mrr", "")));
        numbers.put("rating", value(whole.ask("rating", "")));
        numbers.put("satisfaction", value(whole.ask("satisfaction", "")));
        numbers.putAll(counts());
        return numbers;
    }

    private Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        COUNTED.values().stream().sorted().forEach(name -> counts.put(name, 0L));
        String names = "'" + String.join("', '", COUNTED.keySet()) + "'";
        owner.post(
                        "/api/communities/" + venue.communityId() + "/sql",
                        Map.of(
                                "query",
                                "SELECT name, COUNT(*) AS n FROM events WHERE name IN (" + names + ") GROUP BY name"))
                .expect(200)
                .json()
                .path("rows")
                .forEach(row -> counts.put(
                        COUNTED.getOrDefault(row.path("name").asString(""), ""),
                        row.path("n").asLong(0)));
        return counts;
    }

    private static Object value(JsonNode answer) {
        JsonNode value = answer.path("value");
        return value.isNumber()
                ? value.decimalValue().setScale(4, RoundingMode.HALF_UP).stripTrailingZeros()
                : answer.path("undefinedReason").asString("undefined");
    }

    static List<String> lines(Map<String, Map<String, Object>> byName) {
        var table =
                new Table().row("  community", "begun", "returns", "renewals", "failed", "ended", "members", "churn");
        var learned =
                new Table().row("  community", "completion", "completed", "rating", "satisfied", "messages", "MRR");
        byName.forEach((name, numbers) -> {
            table.row(cells(
                    name, numbers, "begun", "returns", "renewals", "renewalsFailed", "ended", "members", "churn"));
            learned.row(cells(
                    name, numbers, "completion", "coursesCompleted", "rating", "satisfaction", "messages", "mrr"));
        });
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.addAll(learned.lines());
        lines.add("");
        lines.add("  Since the first day; churn in the last %d days; completion within %d days of enrolling."
                .formatted(CHURN_DAYS, COMPLETION_DAYS));
        return lines;
    }

    private static String[] cells(String name, Map<String, Object> numbers, String... of) {
        List<String> cells = new ArrayList<>(List.of("  " + name));
        for (String each : of) {
            cells.add(text(each, numbers.getOrDefault(each, "")));
        }
        return cells.toArray(String[]::new);
    }

    private static String text(String name, Object value) {
        if (!(value instanceof BigDecimal number)) {
            return value.toString();
        }
        return switch (name) {
            case "churn", "completion", "satisfaction" ->
                number.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
            case "mrr" ->
                number.movePointLeft(2).setScale(2, RoundingMode.HALF_UP).toPlainString();
            default -> number.toPlainString();
        };
    }
}
