package io.guildhall.local.cli;

import java.io.Console;

/** Asks on a terminal before what cannot be undone. */
final class Confirmation {

    private Confirmation() {}

    /** @return false also where nobody can be asked */
    static boolean given(String question) {
        Console console = System.console();
        String answer = console == null || !console.isTerminal() ? null : console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
