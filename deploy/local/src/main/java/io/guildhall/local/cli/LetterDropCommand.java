package io.guildhall.local.cli;

import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives a dead letter up for good; who did it and why is kept. */
@Command(
        name = "drop",
        description = "Gives a letter up for good and handles what is behind it; who did it and why is kept.",
        mixinStandardHelpOptions = true)
final class LetterDropCommand implements Callable<Integer> {

    @Mixin
    private LetterChoice choice = new LetterChoice();

    @Mixin
    private Output output = new Output();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, at most 500 characters.")
    private String reason = "";

    @Option(names = "--yes", description = "Drops without asking.")
    private boolean yes;

    @Override
    public Integer call() {
        Letters letters = choice.letters();
        Letter letter = choice.findWaiting(letters);
        if (!yes && !Confirmation.given("Drop %s of %s for good?".formatted(letter.id(), letter.service()))) {
            throw new StackFailure(ExitCode.USAGE, "Nothing was dropped; --yes drops " + letter.id() + " unasked.");
        }
        List<Letter> waiting =
                letters.drop(letter, reason).stream().filter(letter::queuesWith).toList();
        List<String> lines = new ArrayList<>(List.of("Dropped " + letter.id() + "."));
        if (!letter.unreadable()) {
            lines.add(LetterRetryCommand.said(letter, waiting));
        }
        output.result(
                Map.of(
                        "dropped",
                        letter.id(),
                        "waiting",
                        waiting.stream().map(Letter::document).toList()),
                lines);
        return ExitCode.OK.number();
    }
}
