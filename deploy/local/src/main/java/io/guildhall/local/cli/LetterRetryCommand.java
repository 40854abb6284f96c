package io.guildhall.local.cli;

import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has a stream handled from its oldest dead letter on; exit code 1 when one of it still waits. */
@Command(
        name = "retry",
        description = "Handles the letter's stream from its oldest letter on; exit code 1 when one of it fails again.",
        mixinStandardHelpOptions = true)
final class LetterRetryCommand implements Callable<Integer> {

    @Mixin
    private LetterChoice choice = new LetterChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Letters letters = choice.letters();
        Letter letter = choice.findWaiting(letters);
        if (letter.unreadable()) {
            throw new StackFailure(
                    ExitCode.FAILED, letter.id() + " is no event and cannot be handled; letters drop gives it up.");
        }
        List<Letter> waiting = letters.retry(letter);
        output.result(
                Map.of(
                        "handled",
                        waiting.isEmpty(),
                        "waiting",
                        waiting.stream().map(Letter::document).toList()),
                List.of(said(letter, waiting)));
        return waiting.isEmpty() ? ExitCode.OK.number() : ExitCode.FAILED.number();
    }

    static String said(Letter letter, List<Letter> waiting) {
        return waiting.isEmpty()
                ? "Handled: the stream " + letter.stream() + " goes on."
                : "%s fails: %s; %d of the stream %s wait."
                        .formatted(
                                waiting.getFirst().id(), waiting.getFirst().reason(), waiting.size(), letter.stream());
    }
}
