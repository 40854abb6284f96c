package io.guildhall.local.cli;

import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.Parts;
import io.guildhall.local.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what the parts have written, and with -f what they write. */
@Command(
        name = "logs",
        description = "Prints what the parts have written, and with -f what they write.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            description =
                    "store, broker, a service (member-service, course-service, …), gateway or supervisor (default:"
                            + " all).")
    private @Nullable String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on until interrupted.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "How many lines from before (default: ${DEFAULT-VALUE}).",
            defaultValue = "40")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<LogTail> tails = tails(place.folder());
        for (LogTail tail : tails) {
            tail.last(lines).forEach(System.out::println);
        }
        while (follow) {
            for (LogTail tail : tails) {
                tail.more().forEach(System.out::println);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return ExitCode.OK.number();
    }

    private List<LogTail> tails(DataFolder folder) {
        List<String> names = new ArrayList<>(Parts.names());
        names.add("supervisor");
        if (part != null && names.stream().noneMatch(name -> known(name, part))) {
            throw new StackFailure(ExitCode.USAGE, "There is no part " + part + "; there are " + names + ".");
        }
        String asked = part;
        List<LogTail> tails = names.stream()
                .filter(name -> asked == null || known(name, asked))
                .filter(name -> Files.exists(folder.log(name)))
                .map(name -> new LogTail(folder.log(name), asked == null ? "%-18s ".formatted(name) : ""))
                .toList();
        if (tails.isEmpty()) {
            Path logs = folder.logs();
            throw new StackFailure(ExitCode.NOT_RUNNING, "Nothing was written to " + logs + " yet.");
        }
        return tails;
    }

    private static boolean known(String name, String asked) {
        return name.equals(asked) || Parts.shortName(name).equals(asked);
    }
}
