package io.guildhall.local.broker;

import io.guildhall.local.LocalFailure;
import io.guildhall.local.LocalFailure.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
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
        if (!Files.isRegularFile(data.resolve(MARK))) {
            throw foreign(data);
        }
        return data;
    }

    private static void create(Path folder, Path data) throws IOException {
        Path unfinished = folder.resolve(UNFINISHED);
        delete(unfinished);
        try (Stream<Path> others = Files.list(folder)) {
            if (others.findAny().isPresent()) {
                throw foreign(folder);
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

    private static LocalFailure foreign(Path path) {
        return new LocalFailure(
                Reason.FOREIGN_OR_DAMAGED_DATA,
                path + " holds something else than a broker of Guildhall: choose another folder or move it away");
    }
}
