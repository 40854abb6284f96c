package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.Parts;
import io.guildhall.local.stack.StackFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Moves the time that facts and due dates follow, in every service; a local stack only. */
@Command(
        name = "clock",
        description = "Moves the time of facts and due dates forward, in every service.",
        mixinStandardHelpOptions = true)
final class ClockCommand implements Callable<Integer> {

    @Mixin
    private Installation installation = new Installation();

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "SPAN", description = "How far: +30d, +12h, +2w.", converter = Times.Forward.class)
    private Duration span = Duration.ZERO;

    @Override
    public Integer call() {
        if (installation.local().isEmpty()) {
            throw new StackFailure(
                    ExitCode.USAGE, "Only the clock of a stack on this machine is moved; --data names one.");
        }
        GuildhallClient operator = installation.operator();
        Map<String, String> moved = new LinkedHashMap<>();
        for (String service : Parts.SERVICES) {
            String now = operator.post(
                            "/api/ops/" + Parts.shortName(service) + "/clock", Map.of("advance", span.toString()))
                    .expect(200, 204)
                    .text("time");
            moved.put(service, now);
        }
        output.result(
                moved,
                moved.entrySet().stream()
                        .map(each -> "%-18s %.19s UTC"
                                .formatted(each.getKey(), each.getValue().replace('T', ' ')))
                        .toList());
        return ExitCode.OK.number();
    }
}
