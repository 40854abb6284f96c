package io.guildhall.local.cli;

import io.guildhall.local.stack.DataFolder;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.Parts;
import io.guildhall.local.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, LogTail> tails = tails(place.folder());
        for (var tail : tails.entrySet()) {
            print(tail.getKey(), tail.getValue().last(lines));
        }
        while (follow) {
            for (var tail : tails.entrySet()) {
                print(tail.getKey(), tail.getValue().more());
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return ExitCode.OK.number();
    }

    private void print(String name, List<String> written) {
        String mark = part == null ? "%-18s ".formatted(name) : "";
        written.forEach(line -> output.line(Map.of("part", name, "line", line), mark + line));
    }

    private Map<String, LogTail> tails(DataFolder folder) {
        List<String> names = new ArrayList<>(Parts.names());
        names.add("supervisor");
        if (part != null && names.stream().noneMatch(name -> known(name, part))) {
            throw new StackFailure(ExitCode.USAGE, "There is no part " + part + "; there are " + names + ".");
        }
        Map<String, LogTail> tails = new LinkedHashMap<>();
        names.stream()
                .filter(name -> part == null || known(name, part))
                .filter(name -> Files.exists(folder.log(name)))
                .forEach(name -> tails.put(name, new LogTail(folder.log(name))));
        if (tails.isEmpty()) {
            throw new StackFailure(ExitCode.NOT_RUNNING, "Nothing was written to " + folder.logs() + " yet.");
        }
        return tails;
    }

    private static boolean known(String name, String asked) {
        return name.equals(asked) || Parts.shortName(name).equals(asked);
    }
}
