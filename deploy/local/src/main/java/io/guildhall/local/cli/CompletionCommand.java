package io.guildhall.local.cli;

import io.guildhall.local.stack.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script with which a shell completes commands and options. */
@Command(
        name = "completion",
        description = "Prints the script with which a shell completes commands and options. Put into its start file:",
        footer = "  source <(./guildhall completion bash)",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

    /** One script serves both: under zsh it loads what zsh has for those of bash. */
    enum Shell {
        BASH,
        ZSH
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        spec.commandLine().getOut().println(AutoComplete.bash(root.name(), root.commandLine()));
        return ExitCode.OK.number();
    }
}
