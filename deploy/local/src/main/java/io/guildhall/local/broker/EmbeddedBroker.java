package io.guildhall.local.broker;

import io.guildhall.local.LocalFailure;
import io.guildhall.local.LocalFailure.Reason;
import io.guildhall.local.Ports;
import io.guildhall.local.ServerProcess;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A real single-node Kafka broker that keeps its data in a folder; it serves when {@link #start} returns. */
public final class EmbeddedBroker implements ServerProcess.Running {

    private static final long SPACE_TO_WORK = 4L * 1024 * 1024;

    private final BrokerSettings settings;
    private final KafkaRaftServer server;

    private EmbeddedBroker(BrokerSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /**
     * Opens or creates the broker of a folder.
     *
     * @param port for clients, 0 for a free one
     * @param controllerPort for its own controller, 0 for a free one
     * @throws LocalFailure with one line and an exit code: port busy, folder in use, foreign or damaged data, no disk
     */
    public static EmbeddedBroker start(Path folder, int port, int controllerPort) {
        Ports.requireFree(port);
        Ports.requireFree(controllerPort);
        BrokerSettings settings =
                new BrokerSettings(BrokerFolder.open(folder), Ports.orFree(port), Ports.orFree(controllerPort));
        try {
            KafkaRaftServer server =
                    new KafkaRaftServer(KafkaConfig.fromProps(settings.properties(), false), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(settings, server);
        } catch (RuntimeException e) {
            throw new LocalFailure(Reason.INTERNAL, "the broker in " + folder + " does not start", e);
        }
    }

    public String bootstrapServers() {
        return settings.address();
    }

    @Override
    public String address() {
        return bootstrapServers();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Runs a broker as a process: folder, port and controller port (0 for free ones). */
    public static void main(String[] arguments) {
        ServerProcess process = new ServerProcess("broker", 2);
        process.run(arguments, (folder, ports) -> {
            Exit.setHaltProcedure((_, message) -> process.halt(ended(folder, message)));
            Exit.setExitProcedure((_, message) -> process.halt(ended(folder, message)));
            return start(folder, ports[0], ports[1]);
        });
    }

    /** What Kafka means when it ends its process; most often its disk does not take what it writes. */
    private static LocalFailure ended(Path folder, @Nullable String message) {
        boolean full = folder.toFile().getUsableSpace() < SPACE_TO_WORK;
        return full
                ? new LocalFailure(Reason.DISK, "cannot write " + folder + ": the disk is full")
                : new LocalFailure(Reason.INTERNAL, "the broker in " + folder + " ended itself: " + message);
    }
}
