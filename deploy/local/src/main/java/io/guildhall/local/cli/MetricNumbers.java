package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Every metric of a community, over the same days and as known at the same moment however often it is asked. */
final class MetricNumbers {

    private static final int DAYS = 90;

    private final GuildhallClient owner;
    private final String path;
    private final String window;

    private MetricNumbers(GuildhallClient owner, String path, String window) {
        this.owner = owner;
        this.path = path;
        this.window = window;
    }

    /** @param asOf a moment, ISO-8601; the window is the 90 days that end with its day, in UTC */
    static MetricNumbers of(GuildhallClient owner, String community, String asOf) {
        LocalDate end = LocalDate.ofInstant(Instant.parse(asOf), ZoneOffset.UTC).plusDays(1);
        return new MetricNumbers(
                owner,
                "/api/communities/" + encoded(community) + "/metrics",
                "?from=" + end.minusDays(DAYS) + "&to=" + end + "&asOf=" + encoded(asOf));
    }

    /** @param to the day behind the last, in UTC */
    static MetricNumbers over(GuildhallClient owner, String community, LocalDate from, LocalDate to) {
        return new MetricNumbers(
                owner, "/api/communities/" + encoded(community) + "/metrics", "?from=" + from + "&to=" + to);
    }

    /**
     * One answer, by the newest definition.
     *
     * @param more parameters of the question, each with an ampersand before it
     */
    JsonNode ask(String name, String more) {
        return owner.get(path + "/" + name + window + more).expect(200).json();
    }

    /** The answers by name and version, for example {@code churn v1}. */
    Map<String, JsonNode> ask() {
        Map<String, JsonNode> numbers = new LinkedHashMap<>();
        for (JsonNode metric : owner.get(path).expect(200).json().path("items")) {
            String name = metric.path("name").asString("");
            String version = metric.path("version").asString("");
            numbers.put(
                    name + " v" + version,
                    owner.get(path + "/" + name + window + "&version=" + version)
                            .expect(200)
                            .json());
        }
        return numbers;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
