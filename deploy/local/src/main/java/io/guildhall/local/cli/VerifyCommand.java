package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.Parts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Shows for every service that its log, its topic and its read models say the same; exit code 1 when they do not. */
@Command(
        name = "verify",
        description = "Compares log, topic and read models of every service; exit code 1 when something is wrong.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private Installation installation = new Installation();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        GuildhallClient operator = installation.operator();
        Progress progress = output.progress();
        Map<String, JsonNode> found = new LinkedHashMap<>();
        int number = 0;
        for (String service : Parts.SERVICES) {
            number++;
            progress.show(List.of(new Progress.Line(
                    "Verifying %s, %d of %d …".formatted(service, number, Parts.SERVICES.size()), true)));
            found.put(
                    service,
                    operator.post("/api/ops/" + Parts.shortName(service) + "/verify", null)
                            .expect(200)
                            .json());
        }
        boolean clean =
                found.values().stream().allMatch(each -> each.path("clean").asBoolean(false));
        output.result(Map.of("clean", clean, "services", List.copyOf(found.values())), lines(found, clean));
        return clean ? ExitCode.OK.number() : ExitCode.FAILED.number();
    }

    static List<String> lines(Map<String, JsonNode> found, boolean clean) {
        Table table = new Table().row("service", "check", "found");
        List<String> findings = new ArrayList<>();
        found.forEach((service, verified) -> {
            for (JsonNode check : verified.path("checks")) {
                String name = check.path("name").asString("");
                table.row(service, name, check.path("count").asString("0"));
                check.path("findings").forEach(finding -> findings.add(service + " " + name + ": " + text(finding)));
            }
        });
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(findings);
        long events = found.values().stream()
                .mapToLong(each -> each.path("events").asLong(0))
                .sum();
        lines.add("%s: %d events in %d logs.".formatted(clean ? "Clean" : "NOT clean", events, found.size()));
        return lines;
    }

    private static String text(JsonNode finding) {
        return finding.isString() ? finding.asString() : finding.toString();
    }
}
