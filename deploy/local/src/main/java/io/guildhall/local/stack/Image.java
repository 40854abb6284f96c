package io.guildhall.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One built jar laid out to start fast: unpacked beside its libraries under the module's {@code target/run/}, in a
 * folder named after the jar's size and time, so that a new build never changes what runs. The AOT cache of each main
 * class lies in it too, and is found only by the JDK that made it.
 *
 * @param folder also the working directory: an AOT cache is valid for one class path text and folder only
 */
public record Image(Path folder, String jar) {

    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx256m",
            // What a process without memory still does is not known; the supervisor starts it again.
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xlog:aot*=error",
            // Ten times HotSpot's own: eight processes that start at once compile with C2 only what is really hot.
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private static final String QUIET = "-Ddisable-axoniq-console-message=true";

    /** Lays the jar out unless that is done already. */
    public static Image of(Path jar) {
        try {
            String print = Long.toHexString(Files.size(jar)) + "-"
                    + Long.toHexString(Files.getLastModifiedTime(jar).toMillis());
            Path runs = jar.resolveSibling("run");
            Image image = new Image(runs.resolve(print), jar.getFileName().toString());
            if (!Files.exists(image.folder)) {
                Path fresh = runs.resolve(print + ".new");
                PrivateFiles.deleteTree(fresh);
                Files.createDirectories(runs);
                lay(jar, fresh);
                Files.move(fresh, image.folder);
                forgetAllButTwo(runs);
            }
            return image;
        } catch (IOException e) {
            throw new StackFailure(ExitCode.FAILED, "The jar " + jar + " cannot be unpacked: " + e.getMessage());
        }
    }

    private static void lay(Path jar, Path target) throws IOException {
        Path libraries = jar.resolveSibling("lib");
        if (Files.isDirectory(libraries)) {
            Files.createDirectories(target.resolve("lib"));
            Files.copy(jar, target.resolve(jar.getFileName()));
            try (Stream<Path> files = Files.list(libraries)) {
                for (Path library : files.toList()) {
                    Files.copy(library, target.resolve("lib").resolve(library.getFileName()));
                }
            }
            return;
        }
        Process tool = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        target.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!tool.waitFor(2, TimeUnit.MINUTES) || tool.exitValue() != 0) {
                throw new IOException("extracting its layers failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The build before this one may still be running. */
    private static void forgetAllButTwo(Path runs) throws IOException {
        try (Stream<Path> files = Files.list(runs)) {
            List<Path> old = files.sorted(Comparator.comparing(Image::made).reversed())
                    .skip(2)
                    .toList();
            for (Path folder : old) {
                PrivateFiles.deleteTree(folder);
            }
        }
    }

    private static long made(Path folder) {
        return folder.toFile().lastModified();
    }

    /** The command that starts the jar's own main class, with its AOT cache when there is one. */
    public List<String> run() {
        return command(List.of(QUIET, "-jar", jar), cache(jar), false);
    }

    /** The command that starts one of the jar's main classes. */
    List<String> run(String main, List<String> arguments) {
        List<String> command = command(List.of("-cp", jar, main), cache(main), false);
        command.addAll(arguments);
        return command;
    }

    /** The command for a main class that does little for a long time. */
    List<String> runSmall(String main, List<String> arguments) {
        List<String> command =
                command(List.of("-Xmx48m", "-XX:TieredStopAtLevel=1", "-cp", jar, main), cache(main), false);
        command.addAll(arguments);
        return command;
    }

    /** A run that ends by itself once its beans stand, and leaves an AOT cache for {@link #run()}. */
    Training training(Map<String, String> environment) {
        List<String> what = List.of(QUIET, "-Dspring.context.exit=onRefresh", "-jar", jar);
        return new Training(cache(jar), command(what, cache(jar), true), environment, folder, true);
    }

    /** A run that is ended when it is ready, and leaves an AOT cache for that main class. */
    Training training(String main, List<String> arguments) {
        List<String> command = command(List.of("-cp", jar, main), cache(main), true);
        command.addAll(arguments);
        return new Training(cache(main), command, Map.of(), folder, false);
    }

    /** A folder for what a training run writes. */
    String scratch(String name) {
        return folder.resolve("scratch").resolve(name).toString();
    }

    private Path cache(String name) {
        return folder.resolve(name + ".aot");
    }

    private static List<String> command(List<String> what, Path cache, boolean training) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(FLAGS);
        if (training) {
            command.add("-XX:AOTCacheOutput=" + Training.fresh(cache).getFileName());
        } else if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache.getFileName());
        }
        command.addAll(what);
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
