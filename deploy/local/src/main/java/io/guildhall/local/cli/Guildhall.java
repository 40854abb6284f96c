package io.guildhall.local.cli;

import io.guildhall.local.client.Refused;
import io.guildhall.local.client.Unreachable;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Keeps a Guildhall on this machine. */
@Command(
        name = "guildhall",
        description = "Keeps a Guildhall on this machine, and speaks to one elsewhere.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            VerifyCommand.class,
            LettersCommand.class,
            ImportCommand.class,
            ClockCommand.class,
            DemoCommand.class,
            ReplayCommand.class,
            RebuildCommand.class,
            RestoreCommand.class,
            ChaosCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0 done   1 failed, or verify, replay, rebuild, restore or chaos found something   2 wrong arguments",
            "  3 no JDK 25 or Maven   4 the build failed   5 port taken   6 data folder unusable",
            "  7 disk full   8 a stack runs already   9 not ready   10 no stack runs   11 refused",
            "",
            "MONGODB_URI and KAFKA_BOOTSTRAP, when set, are used in place of the embedded servers.",
            "status, verify, letters, import, replay, rebuild and restore speak to an installation elsewhere with",
            "--server URL (or GUILDHALL_SERVER) and a personal access token in GUILDHALL_TOKEN or --token-file."
        })
public final class Guildhall {

    public static void main(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.exit(line().execute(arguments));
    }

    static CommandLine line() {
        return new CommandLine(new Guildhall())
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, result) -> {
                    command.getErr().println(line(failure));
                    return code(failure).number();
                });
    }

    private static String line(Exception failure) {
        return failure instanceof StackFailure || failure instanceof Refused || failure instanceof Unreachable
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static ExitCode code(Exception failure) {
        return switch (failure) {
            case StackFailure stack -> stack.code();
            case Refused ignored -> ExitCode.REFUSED;
            case Unreachable ignored -> ExitCode.NOT_READY;
            default -> ExitCode.FAILED;
        };
    }
}
