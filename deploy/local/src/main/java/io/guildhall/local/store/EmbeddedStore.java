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
    private static final long HOUSEKEEPING_MILLIS = Long.getLong("guildhall.store.housekeeping-millis", 2_000);

    private final CommitGate gate;
    private final MongoServer server;
    private final Runnable closeFile;
    private final FullScans fullScans = new FullScans();
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("store-housekeeping").daemon().factory());

    private EmbeddedStore(MVStore store, CommitGate gate, Runnable closeFile) {
        this.gate = gate;
        this.closeFile = closeFile;
        this.server = new MongoServer(new StoreBackend(store, gate, fullScans));
    }

    /**
     * Opens or creates the store of a folder.
     *
     * @param port 0 for a free one
     * @throws LocalFailure with one line and an exit code: port busy, folder in use, foreign or damaged data, no disk
     */
    public static EmbeddedStore start(Path folder, int port) {
        return start(folder, port, Durability.COMMIT_BEFORE_ACKNOWLEDGE, EmbeddedStore::stopped);
    }

    /** A store for tests that keeps nothing: the same indexes, the same planner, nothing to wait for. */
    public static EmbeddedStore inMemory() {
        MVStore store = new MVStore.Builder().open();
        CommitGate gate = new CommitGate(store, Durability.COMMIT_BEFORE_ACKNOWLEDGE, EmbeddedStore::stopped);
        return new EmbeddedStore(store, gate, store::close).listening(Ports.free(), WORKERS_IN_MEMORY);
    }

    private static EmbeddedStore start(Path folder, int port, Durability durability, Consumer<LocalFailure> failStop) {
        Ports.requireFree(port);
        StoreFile file = StoreFile.open(folder);
        CommitGate gate = new CommitGate(file.store(), durability, cause -> failStop.accept(file.failure(cause)));
        EmbeddedStore store = new EmbeddedStore(file.store(), gate, file::close);
        store.housekeeping.scheduleWithFixedDelay(
                () -> gate.exclusively(file::keepHouse),
                HOUSEKEEPING_MILLIS,
                HOUSEKEEPING_MILLIS,
                TimeUnit.MILLISECONDS);
        return store.listening(Ports.orFree(port), WORKERS);
    }

    private EmbeddedStore listening(int port, int workers) {
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, workers);
            return this;
        } catch (RuntimeException e) {
            close();
            throw new LocalFailure(Reason.PORT_BUSY, "cannot listen on port " + port, e);
        }
    }

    private static void stopped(Throwable failure) {
        LOG.error("{}; nothing is answered any more", failure.getMessage());
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
        closeFile.run();
    }

    /** Runs a store as a process: folder and port (0 for a free one). */
    public static void main(String[] arguments) {
        ServerProcess process = new ServerProcess("store", 1);
        process.run(arguments, (folder, ports) -> start(folder, ports[0], Durability.ofProcess(), process::halt));
    }
}
