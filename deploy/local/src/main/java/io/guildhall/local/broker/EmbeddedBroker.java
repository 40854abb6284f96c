package io.guildhall.local.broker;

import io.guildhall.local.LocalFailure;
import io.guildhall.local.LocalFailure.Reason;
import io.guildhall.local.Ports;
import io.guildhall.local.ServerProcess;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** A real single-node Kafka broker that keeps its data in a folder; it serves when {@link #start} returns. */
public final class EmbeddedBroker implements ServerProcess.Running {

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
            throw failure(folder, e);
        }
    }

    private static LocalFailure failure(Path folder, RuntimeException cause) {
        boolean locked = String.valueOf(cause.getMessage()).contains("lock");
        return locked
                ? new LocalFailure(Reason.FOLDER_IN_USE, folder + " is in use by another broker")
                : new LocalFailure(Reason.INTERNAL, "the broker in " + folder + " does not start", cause);
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
        new ServerProcess("broker", 2).run(arguments, (folder, ports) -> start(folder, ports[0], ports[1]));
    }
}
