package io.guildhall.analytics.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Files that are whole or not there, also after the power went away. */
final class Durable {

    private Durable() {}

    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a file read-only and durable, and moves it to its place. */
    static void place(Path file, Path target) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        sync(file);
        Path folder = folderOf(target);
        createFolder(folder);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folderOf(folder);
            createFolder(parent);
            Files.createDirectories(folder);
            sync(parent);
        }
    }
}
