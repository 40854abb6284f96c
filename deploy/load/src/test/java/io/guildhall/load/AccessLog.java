package io.guildhall.load;

import io.guildhall.local.stack.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a gateway has answered since this was made, of every kind, as its server's access log tells. */
final class AccessLog {

    /** What the environment of the gateway must hold for it. */
    static final Map<String, String> ENVIRONMENT =
            Map.of("JAVA_TOOL_OPTIONS", "-Dreactor.netty.http.server.accessLogEnabled=true");

    private static final Pattern LINE =
            Pattern.compile("\"(?<method>[A-Z]+) (?<path>[^ ?]+)\\S* HTTP/1\\.1\" (?<status>\\d{3}) ");
    private static final Pattern ID = Pattern.compile("/[a-z]{3}_[0-9a-zA-Z]+");

    /** The sandbox provider answers so where it was told to say nothing. */
    private static final String SILENCE = "POST /pay/sandbox/… 504";

    private final Path file;
    private final long skipped;

    AccessLog(LocalStack stack) {
        this.file = stack.data().resolve("logs").resolve(Parts.GATEWAY + ".log");
        this.skipped = lines(Stream::count);
    }

    /** How often each kind of request, by method and path without ids, was answered with which status. */
    Map<String, Long> answers() {
        return lines(lines -> lines.skip(skipped)
                .map(LINE::matcher)
                .filter(Matcher::find)
                .collect(Collectors.groupingBy(AccessLog::kind, TreeMap::new, Collectors.counting())));
    }

    /** Those that no caller can have meant: he was not let in, was held up, or nobody answered for the service. */
    Map<String, Long> failures() {
        Map<String, Long> failures = new TreeMap<>(answers());
        failures.keySet().removeIf(kind -> !kind.matches(".* (401|429|5..)") || kind.equals(SILENCE));
        return failures;
    }

    private static String kind(Matcher line) {
        return line.group("method") + " " + ID.matcher(line.group("path")).replaceAll("/…") + " "
                + line.group("status");
    }

    private <T> T lines(Function<Stream<String>, T> read) {
        try (Stream<String> lines = Files.lines(file)) {
            return read.apply(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
