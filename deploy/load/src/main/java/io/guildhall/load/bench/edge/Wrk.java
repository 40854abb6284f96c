package io.guildhall.load.bench.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load tool wrk, the same for every server. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern LATENCY = Pattern.compile("(50|99)%\\s+([0-9.]+)(us|ms|s)\\b");

    private final Path script;
    private int runs;

    Wrk(Path script) {
        this.script = script;
    }

    /** Of one run; latencies in milliseconds. */
    record Figures(double rate, double median, double p99) {}

    /** @throws IOException when any request was not answered with success */
    Figures run(Question question, int connections, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "-t" + Math.min(2, connections),
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "60s",
                "--latency",
                "-s",
                script.toString(),
                question.address(),
                "--",
                question.what(),
                "r" + System.currentTimeMillis() + "n" + ++runs));
        if (question.token() != null) {
            command.add(question.token());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || said.contains("Non-2xx") || said.contains("Socket errors")) {
            throw new IOException(question.address() + ": " + said);
        }
        return new Figures(rate(said), latency(said, "50"), latency(said, "99"));
    }

    private static double rate(String said) throws IOException {
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IOException(said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static double latency(String said, String percent) throws IOException {
        Matcher latency = LATENCY.matcher(said);
        while (latency.find()) {
            if (latency.group(1).equals(percent)) {
                double value = Double.parseDouble(latency.group(2));
                return switch (latency.group(3)) {
                    case "us" -> value / 1_000;
                    case "s" -> value * 1_000;
                    default -> value;
                };
            }
        }
        throw new IOException(said);
    }
}
