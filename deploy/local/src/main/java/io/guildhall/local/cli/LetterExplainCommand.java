package io.guildhall.local.cli;

import io.guildhall.local.stack.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows one dead letter in full, without personal fields. */
@Command(
        name = "explain",
        description = "Shows what a letter is, why it was put aside, what waits behind it, and what can be done.",
        mixinStandardHelpOptions = true)
final class LetterExplainCommand implements Callable<Integer> {

    @Mixin
    private LetterChoice choice = new LetterChoice();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Letters letters = choice.letters();
        Letter letter = choice.find(letters);
        LetterExplanation explanation = LetterExplanation.of(
                letter, letters.waiting(List.of(letter.service())).letters());
        output.result(explanation.document(), explanation.lines());
        return ExitCode.OK.number();
    }
}
