package io.guildhall.local.store;

import de.bwaldvogel.mongo.MongoServer;
import io.guildhall.local.LocalFailure;
import io.guildhall.local.LocalFailure.Reason;
import io.guildhall.local.Ports;
import io.guildhall.local.ServerProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document store that speaks MongoDB's protocol on a loopback port and keeps its data in a folder. What it answers is
 * in the file; {@link #close} writes nothing that was not asked for and answers nobody any more.
 */
public final class EmbeddedStore implements ServerProcess.Running {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);
    /** Connections that can wait for a commit at once. */
    private static final int WORKERS = 128;

    private static final int WORKERS_IN_MEMORY = 16;
    private static final int HOUSEKEEPING_SECONDS = 2;

    private final MVStore store;
    private final CommitGate gate;
    private final MongoServer server;
    private final ScheduledExecutorService housekeeping;
    private final FullScans fullScans = new FullScans();

    private EmbeddedStore(MVStore store, int port, Durability durability, Consumer<Throwable> failStop) {
        this.store = store;
        this.gate = new CommitGate(store, durability, failStop);
        this.server = new MongoServer(new StoreBackend(store, gate, fullScans));
        this.housekeeping = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("store-housekeeping").daemon().factory());
        int workers = store.isPersistent() ? WORKERS : WORKERS_IN_MEMORY;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, workers);
        if (store.isPersistent()) {
            housekeeping.scheduleWithFixedDelay(
                    () -> gate.exclusively(() -> StoreFile.compact(store)),
                    HOUSEKEEPING_SECONDS,
                    HOUSEKEEPING_SECONDS,
                    TimeUnit.SECONDS);
        }
    }

    /**
     * Opens or creates the store of a folder.
     *
     * @param port 0 for a free one
     * @throws LocalFailure with one line and an exit code: port busy, folder in use, foreign or damaged data, no disk
     */
    public static EmbeddedStore start(Path folder, int port) {
        return start(folder, port, Durability.COMMIT_BEFORE_ACKNOWLEDGE);
    }

    static EmbeddedStore start(Path folder, int port, Durability durability) {
        return start(
                folder, port, durability, failure -> LOG.error("{}, it answers nobody any more", failure.getMessage()));
    }

    /** A store for tests that keeps nothing: the same indexes, the same planner, nothing to wait for. */
    public static EmbeddedStore inMemory() {
        return start(StoreFile.inMemory(), 0, Durability.COMMIT_BEFORE_ACKNOWLEDGE, failure -> {
            LOG.error("the store in memory failed", failure);
        });
    }

    private static EmbeddedStore start(Path folder, int port, Durability durability, Consumer<LocalFailure> failStop) {
        Ports.requireFree(port);
        return start(
                StoreFile.open(folder), port, durability, cause -> failStop.accept(StoreFile.failure(folder, cause)));
    }

    private static EmbeddedStore start(MVStore store, int port, Durability durability, Consumer<Throwable> failStop) {
        int chosen = Ports.orFree(port);
        try {
            return new EmbeddedStore(store, chosen, durability, failStop);
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw new LocalFailure(Reason.PORT_BUSY, "cannot listen on port " + chosen, e);
        }
    }

    /** Where clients connect; without a database name. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port() + "/?retryWrites=false";
    }

    public int port() {
        return server.getLocalAddress().getPort();
    }

    /** How many queries no index answered, since the start: a test fails when it grows. */
    public long fullScans() {
        return fullScans.count();
    }

    /** The kinds of those queries: collection, fields of the filter and of the order. */
    public Set<String> fullScanQueries() {
        return fullScans.queries();
    }

    @Override
    public String address() {
        return uri();
    }

    @Override
    public void close() {
        server.shutdownNow();
        housekeeping.close();
        gate.close();
        StoreFile.close(store);
    }

    /** Runs a store as a process: folder and port (0 for a free one). */
    public static void main(String[] arguments) {
        ServerProcess process = new ServerProcess("store", 1);
        process.run(arguments, (folder, ports) -> start(folder, ports[0], Durability.ofProcess(), process::halt));
    }
}
