package io.guildhall.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the parts of a stack have logged as their own faults, such as what stands behind an answer 500, with its causes. */
final class Faults {

    private Faults() {}

    static String of(LocalStack stack) {
        try (Stream<Path> logs = Files.list(stack.data().resolve("logs"))) {
            StringBuilder faults = new StringBuilder();
            for (Path log : logs.sorted().toList()) {
                boolean within = false;
                for (String line : Files.readAllLines(log)) {
                    within = line.contains(" ERROR ") || (within && line.matches("(\\s|Caused by|[a-z]+\\.).*"));
                    if (within) {
                        faults.append(log.getFileName())
                                .append(": ")
                                .append(line)
                                .append('\n');
                    }
                }
            }
            return faults.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
