package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.demo.Demo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Has the lake built anew from all events and compares it with the one before; exit code 1 when they differ. */
@Command(
        name = "replay",
        description =
                "Builds the lake anew from all events and compares events and metrics before and after; exit code 1"
                        + " when they differ.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private Installation installation = new Installation();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--community",
            paramLabel = "ID",
            description = "Whose metrics are compared (default: the demo's community; without one, events alone).")
    private @Nullable String community;

    @Option(
            names = "--owner-token-file",
            paramLabel = "FILE",
            description = "A token of the community's owner, where that is somebody else than the operator.")
    private @Nullable Path ownerTokenFile;

    @Override
    public Integer call() throws InterruptedException {
        GuildhallClient operator = installation.operator();
        Progress progress = output.progress();
        ReplayRun run = new ReplayRun(operator, progress);
        Optional<String> chosen = community();
        Optional<MetricNumbers> numbers =
                chosen.isEmpty() ? Optional.empty() : Optional.of(numbers(chosen.get(), run.awaitWholeLake()));
        Map<String, JsonNode> before = ask(numbers, "before", progress);
        JsonNode replay = run.follow();
        Map<String, JsonNode> after = ask(numbers, "after", progress);
        ReplayResult result = new ReplayResult(replay, run.took(), chosen, before, after);
        output.result(result.document(), result.lines());
        return result.code().number();
    }

    private Optional<String> community() {
        return community != null
                ? Optional.of(community)
                : installation
                        .local()
                        .flatMap(place -> Demo.read(place.folder().demo()))
                        .flatMap(Demo::communityId);
    }

    private MetricNumbers numbers(String chosen, String asOf) {
        return MetricNumbers.of(
                ownerTokenFile == null ? installation.owner() : installation.as(ownerTokenFile), chosen, asOf);
    }

    private static Map<String, JsonNode> ask(Optional<MetricNumbers> numbers, String when, Progress progress) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        progress.show(List.of(new Progress.Line("Asking for the metrics " + when + " …", true)));
        progress.end();
        return numbers.get().ask();
    }
}
