package io.guildhall.local.cli;

import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Makes what a service lost anew from what is left, and verifies it; exit code 1 when they are not equal. */
@Command(
        name = "restore",
        description =
                "Makes a service's lost topic anew from its log, or what its log lost from its topic, and verifies that"
                        + " both are equal; exit code 1 when they are not. Started again it goes on.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    /** What was lost. */
    enum Lost {
        TOPIC("Delete the topic of %s, where it is still there, and publish everything again?"),
        LOG("Append to the log of %s what only its topic holds?");

        private final String question;

        Lost(String question) {
            this.question = question;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private Installation installation = new Installation();

    @Mixin
    private Output output = new Output();

    @Parameters(index = "0", paramLabel = "WHAT", description = "What was lost: ${COMPLETION-CANDIDATES}.")
    private Lost lost = Lost.TOPIC;

    @Parameters(
            index = "1",
            paramLabel = "SERVICE",
            completionCandidates = ServiceNames.class,
            description = "member, course, community, billing or analytics.")
    private String service = "";

    @Option(names = "--yes", description = "Restores without asking.")
    private boolean yes;

    @Override
    public Integer call() throws InterruptedException {
        String of = Letters.services(service).getFirst();
        if (!yes && !Confirmation.given(lost.question.formatted(of))) {
            throw new StackFailure(ExitCode.USAGE, "Nothing was restored; --yes restores the " + lost + " unasked.");
        }
        var restore = new Restore(installation.operator(), output.progress(), of);
        if (lost == Lost.LOG) {
            restore.log();
        } else {
            restore.topic();
        }
        restore.followPublication();
        JsonNode verified = restore.verify();
        boolean equal = verified.path("clean").asBoolean(false);
        List<String> lines = new ArrayList<>(VerifyCommand.lines(Map.of(of, verified), equal));
        lines.add("%s: log, topic and read models of %s.".formatted(equal ? "Equal" : "NOT equal", of));
        output.result(verified, lines);
        return equal ? ExitCode.OK.number() : ExitCode.FAILED.number();
    }
}
