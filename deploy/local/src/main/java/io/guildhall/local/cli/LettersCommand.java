package io.guildhall.local.cli;

import io.guildhall.local.stack.ExitCode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists events that could not be handled and wait for a decision; exit code 9 when a service did not answer. */
@Command(
        name = "letters",
        description = "Lists dead letters: events that could not be handled, and wait with all that is behind them.",
        mixinStandardHelpOptions = true,
        subcommands = {LetterExplainCommand.class, LetterRetryCommand.class, LetterDropCommand.class})
final class LettersCommand implements Callable<Integer> {

    @Mixin
    private Installation installation = new Installation();

    @Mixin
    private Output output = new Output();

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            completionCandidates = ServiceNames.class,
            description = "member, course, community, billing or analytics (default: all).")
    private @Nullable String service;

    @Option(names = "--dropped", description = "Those that were given up, by whom and why, instead.")
    private boolean dropped;

    @Override
    public Integer call() {
        List<String> services = Letters.services(service);
        Letters letters = new Letters(installation.operator());
        Letters.Found found = dropped ? letters.dropped(services) : letters.waiting(services);
        LetterList list = new LetterList(found, dropped, Instant.now());
        output.result(list.document(), list.lines());
        return found.silent().isEmpty() ? ExitCode.OK.number() : ExitCode.NOT_READY.number();
    }
}
