package io.guildhall.local.broker;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of the one-node broker. */
record BrokerSettings(Path data, int port, int controllerPort) {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    /** Events are at most 512 KiB as published; a batch of a producer is at most 1 MB. */
    private static final int LARGEST_MESSAGE = 2 * 1024 * 1024;

    private static final int INDEX_BYTES = 2 * 1024 * 1024;
    private static final int CLEANER_BYTES = 4 * 1024 * 1024;

    String address() {
        return "127.0.0.1:" + port;
    }

    Properties properties() {
        Properties settings = new Properties();
        node(settings);
        oneReplica(settings);
        keepEverything(settings);
        fewThreads(settings);
        return settings;
    }

    private void node(Properties settings) {
        String controller = "127.0.0.1:" + controllerPort;
        put(settings, "process.roles", "broker,controller");
        put(settings, "node.id", NODE);
        put(settings, "log.dirs", data.toAbsolutePath());
        put(settings, "listeners", "PLAINTEXT://" + address() + "," + CONTROLLER + "://" + controller);
        put(settings, "advertised.listeners", "PLAINTEXT://" + address());
        put(settings, "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        put(settings, "inter.broker.listener.name", "PLAINTEXT");
        put(settings, "controller.listener.names", CONTROLLER);
        put(settings, "controller.quorum.voters", NODE + "@" + controller);
        put(settings, "auto.create.topics.enable", false);
        put(settings, "message.max.bytes", LARGEST_MESSAGE);
        put(settings, "replica.fetch.max.bytes", LARGEST_MESSAGE);
        put(settings, "group.initial.rebalance.delay.ms", 0);
    }

    private static void oneReplica(Properties settings) {
        put(settings, "default.replication.factor", 1);
        put(settings, "min.insync.replicas", 1);
        put(settings, "offsets.topic.num.partitions", 4);
        put(settings, "offsets.topic.replication.factor", 1);
        put(settings, "transaction.state.log.num.partitions", 4);
        put(settings, "transaction.state.log.replication.factor", 1);
        put(settings, "transaction.state.log.min.isr", 1);
        put(settings, "share.coordinator.state.topic.num.partitions", 1);
        put(settings, "share.coordinator.state.topic.replication.factor", 1);
        put(settings, "share.coordinator.state.topic.min.isr", 1);
    }

    private static void keepEverything(Properties settings) {
        put(settings, "log.retention.ms", -1);
        put(settings, "log.retention.bytes", -1);
        put(settings, "offsets.retention.minutes", Integer.MAX_VALUE);
    }

    private static void fewThreads(Properties settings) {
        put(settings, "num.network.threads", 2);
        put(settings, "num.io.threads", 2);
        put(settings, "background.threads", 2);
        put(settings, "num.recovery.threads.per.data.dir", 1);
        put(settings, "num.replica.alter.log.dirs.threads", 1);
        put(settings, "log.cleaner.dedupe.buffer.size", CLEANER_BYTES);
        put(settings, "log.index.size.max.bytes", INDEX_BYTES);
    }

    private static void put(Properties settings, String key, Object value) {
        settings.setProperty(key, value.toString());
    }
}
