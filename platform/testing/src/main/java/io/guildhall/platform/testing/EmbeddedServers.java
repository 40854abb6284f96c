package io.guildhall.platform.testing;

import io.guildhall.local.broker.EmbeddedBroker;
import io.guildhall.local.store.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** The embedded document store and broker, which need nothing but this JVM. */
final class EmbeddedServers {

    private EmbeddedServers() {}

    static Servers.Store store() {
        EmbeddedStore store = EmbeddedStore.inMemory();
        Used.print("document store", "embedded, in memory");
        return new Servers.Store() {
            @Override
            public String uri() {
                return store.uri();
            }

            @Override
            public long fullScans() {
                return store.fullScans();
            }

            @Override
            public Set<String> fullScanQueries() {
                return store.fullScanQueries();
            }
        };
    }

    /** A real broker in this JVM, on a folder that goes with it. */
    static Servers.Broker broker() {
        Path folder = folder();
        EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, folder)));
        Used.print("broker", "embedded");
        return broker::bootstrapServers;
    }

    private static void stop(EmbeddedBroker broker, Path folder) {
        broker.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            System.err.println("The folder of the test broker stays: " + e.getMessage());
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("guildhall-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
