package io.guildhall.local.cli;

import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dead letter of which installation a command is about. */
final class LetterChoice {

    @Mixin
    private Installation installation = new Installation();

    @Parameters(paramLabel = "LETTER", description = "Its id, as the list shows it.")
    private String id = "";

    @Option(
            names = "--service",
            paramLabel = "SERVICE",
            completionCandidates = ServiceNames.class,
            description = "Whose letter, where two services have one of this id.")
    private @Nullable String service;

    Letters letters() {
        return new Letters(installation.operator());
    }

    List<String> services() {
        return Letters.services(service);
    }

    Letter find(Letters letters) {
        return letters.find(id, services());
    }

    /** @throws StackFailure when it does not wait any more */
    Letter findWaiting(Letters letters) {
        Letter letter = find(letters);
        if (letter.dropped()) {
            throw new StackFailure(ExitCode.FAILED, letter.id() + " was dropped; nothing was done.");
        }
        return letter;
    }
}
