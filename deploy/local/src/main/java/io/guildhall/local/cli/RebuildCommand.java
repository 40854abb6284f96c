package io.guildhall.local.cli;

import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Rebuilds a read model beside the live one and compares both; exit code 1 when they differ. */
@Command(
        name = "rebuild",
        description =
                "Rebuilds a read model beside the live one, which goes on, and compares both; exit code 1 when they"
                        + " differ. Without a read model it lists those that there are.",
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

    /** What is done instead; one of them. */
    private static final class Decision {

        @Option(
                names = "--switch",
                description = "Makes the edition beside the live one the live one, when it has caught up; the other is"
                        + " kept, and --switch again goes back.")
        private boolean turn;

        @Option(names = "--pause", description = "Lets the edition beside the live one stand still.")
        private boolean pause;

        @Option(names = "--resume", description = "Lets it go on.")
        private boolean resume;

        @Option(names = "--drop", description = "Gives the edition beside the live one up for good.")
        private boolean drop;
    }

    @Mixin
    private Installation installation = new Installation();

    @Mixin
    private Output output = new Output();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SERVICE",
            completionCandidates = ServiceNames.class,
            description = "member, course, community, billing or analytics (default: all are listed).")
    private @Nullable String service;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PROJECTION", description = "The name of the read model.")
    private @Nullable String projection;

    @ArgGroup
    private @Nullable Decision decision;

    @Option(names = "--yes", description = "Drops without asking.")
    private boolean yes;

    @Override
    public Integer call() throws InterruptedException {
        List<String> services = Letters.services(service);
        var models = new ReadModels(installation.operator(), output.progress());
        if (projection == null) {
            if (decision != null) {
                throw new StackFailure(ExitCode.USAGE, "Say of which read model: rebuild SERVICE PROJECTION.");
            }
            return list(models, services);
        }
        String of = services.getFirst();
        if (decision == null) {
            return rebuild(models, of, projection);
        }
        return decide(models, of, projection, decision);
    }

    private int list(ReadModels models, List<String> services) {
        Map<String, List<JsonNode>> found = new LinkedHashMap<>();
        services.forEach(each -> found.put(each, models.of(each)));
        output.result(found, ReadModels.table(found));
        return ExitCode.OK.number();
    }

    private int rebuild(ReadModels models, String of, String name) throws InterruptedException {
        models.begin(of, name);
        models.follow(of, name);
        JsonNode found = models.compare(of, name);
        JsonNode compared = found.path("beside").path("compared");
        List<String> lines = new ArrayList<>(ReadModels.compared(compared));
        lines.add("Edition %s stands beside the live one, %s; --switch makes it the live one, --drop gives it up."
                .formatted(
                        found.path("beside").path("edition").asString(""),
                        found.path("live").asString("")));
        output.result(found, lines);
        return ReadModels.equal(compared) ? ExitCode.OK.number() : ExitCode.FAILED.number();
    }

    private int decide(ReadModels models, String of, String name, Decision what) throws InterruptedException {
        if (what.turn) {
            int edition = models.beside(of, name);
            models.follow(of, name);
            JsonNode turned = models.decide(of, name, "switch", edition);
            said(
                    turned,
                    "Edition %s is live; edition %s is kept."
                            .formatted(
                                    turned.path("live").asString(""),
                                    turned.path("beside").path("edition").asString("")));
        } else if (what.drop) {
            drop(models, of, name);
        } else {
            JsonNode now = models.decide(of, name, what.pause ? "pause" : "resume");
            said(
                    now,
                    "The rebuild of %s is %s."
                            .formatted(
                                    name,
                                    ReadModels.words(
                                            now.path("beside").path("state").asString(""))));
        }
        return ExitCode.OK.number();
    }

    private void drop(ReadModels models, String of, String name) {
        int edition = models.beside(of, name);
        if (!yes && !Confirmation.given("Delete edition %s of %s with all its documents?".formatted(edition, name))) {
            throw new StackFailure(ExitCode.USAGE, "Nothing was dropped; --yes drops edition " + edition + " unasked.");
        }
        JsonNode left = models.decide(of, name, "drop", edition);
        said(
                left,
                "Dropped edition %s of %s; edition %s is live as before."
                        .formatted(edition, name, left.path("live").asString("")));
    }

    private void said(JsonNode document, String line) {
        output.result(document, List.of(line));
    }
}
