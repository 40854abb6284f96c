package io.guildhall.load.bench.chat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the kernel says of other processes. */
final class Processes {

    private static final double TICKS_A_SECOND = 100;
    private static final int USER_TICKS = 11; // behind the name in brackets

    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private Processes() {}

    static double cpuSeconds(List<Long> pids) throws IOException {
        long ticks = 0;
        for (long pid : pids) {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            ticks += Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1]);
        }
        return ticks / TICKS_A_SECOND;
    }

    /** Memory in use after garbage was collected: of a JVM the live heap, of Node the resident set. */
    static long settledKib(long pid) throws IOException, InterruptedException {
        if (run("jcmd", pid, "GC.run").isEmpty()) {
            new ProcessBuilder("kill", "-USR2", Long.toString(pid)).start().waitFor();
            Thread.sleep(1_000); // it does not say when it is done
            return residentKib(pid);
        }
        return run("jcmd", pid, "GC.heap_info")
                .lines()
                .map(USED::matcher)
                .filter(Matcher::find)
                .mapToLong(used -> Long.parseLong(used.group(1)))
                .sum();
    }

    /** What a tool of the JDK says of the process, empty where it is none of its kind. */
    private static String run(String tool, long pid, String command) throws IOException, InterruptedException {
        String path = Path.of(System.getProperty("java.home"), "bin", tool).toString();
        String comm = Files.readString(Path.of("/proc", Long.toString(pid), "comm"));
        if (!comm.startsWith("java")) {
            return "";
        }
        Process process = new ProcessBuilder(path, Long.toString(pid), command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": " + said);
        }
        return said;
    }

    private static long residentKib(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("no VmRSS of " + pid);
    }
}
