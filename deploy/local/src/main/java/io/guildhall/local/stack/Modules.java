package io.guildhall.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where in the repository the built jars of the parts are. */
record Modules(Path root) {

    Image local() {
        return Image.of(jar("deploy/local", "guildhall-local"));
    }

    Image service(String part) {
        return Image.of(jar(part, "guildhall-" + part));
    }

    private Path jar(String module, String name) {
        Path target = root.resolve(module).resolve("target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                List<Path> jars = files.filter(file -> {
                            String found = file.getFileName().toString();
                            return found.startsWith(name + "-")
                                    && found.endsWith(".jar")
                                    && !found.endsWith("-sources.jar")
                                    && !found.endsWith("-javadoc.jar");
                        })
                        .toList();
                if (jars.size() == 1) {
                    return jars.getFirst();
                }
            } catch (IOException e) {
                throw new StackFailure(ExitCode.BUILD_FAILED, target + " cannot be read: " + e.getMessage());
            }
        }
        throw new StackFailure(
                ExitCode.BUILD_FAILED, "The jar of " + module + " is not built; ./guildhall up builds it.");
    }
}
