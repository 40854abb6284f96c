package io.guildhall.local.broker;

import io.guildhall.local.LocalFailure;
import io.guildhall.local.LocalFailure.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The data folder of a broker: formatted beside and renamed when whole, so that one without its mark is not ours. */
final class BrokerFolder {

    private static final String NAME = "kafka";
    private static final String UNFINISHED = "kafka.new";
    private static final String MARK = "meta.properties";

    private BrokerFolder() {}

    static Path open(Path folder) {
        Path data = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(data)) {
                create(folder, data);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new LocalFailure(Reason.DISK, "cannot write " + folder, e);
        }
        check(data);
        return data;
    }

    private static void check(Path data) {
        Path mark = data.resolve(MARK);
        if (!Files.isRegularFile(mark)) {
            throw damaged(data + " has no " + MARK);
        }
        try (FileChannel lock =
                FileChannel.open(data.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (isHeld(lock)) {
                throw new LocalFailure(Reason.FOLDER_IN_USE, data.getParent() + " is in use by another broker");
            }
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(mark)));
            if (!properties.keySet().containsAll(Set.of("cluster.id", "node.id", "directory.id"))) {
                throw damaged(mark + " is damaged");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new LocalFailure(Reason.DISK, "cannot read " + data, e);
        }
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try (FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static void create(Path folder, Path data) throws IOException {
        Path unfinished = folder.resolve(UNFINISHED);
        delete(unfinished);
        try (Stream<Path> others = Files.list(folder)) {
            if (others.findAny().isPresent()) {
                throw damaged(folder + " is neither empty nor a broker's: choose another folder");
            }
        }
        format(unfinished);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void format(Path directory) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static LocalFailure damaged(String line) {
        return new LocalFailure(Reason.FOREIGN_OR_DAMAGED_DATA, line);
    }
}
