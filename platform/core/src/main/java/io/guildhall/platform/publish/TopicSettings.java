package io.guildhall.platform.publish;

import io.guildhall.platform.log.Draft;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** How a topic keeps its records; one that somebody else made may have others than ours. */
final class TopicSettings {

    static final Map<String, String> KEPT_FOR_EVER = Map.of(
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.RETENTION_BYTES_CONFIG,
            "-1",
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(1024 * 1024 + 64 * 1024));

    private static final int HEADERS = 16 * 1024;

    private final Admin admin;
    private final ConfigResource topic;

    TopicSettings(Admin admin, String topic) {
        this.admin = admin;
        this.topic = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    /**
     * Sees that an event has room in a record, and that a majority of its copies is waited for.
     *
     * @throws IllegalStateException when an event may be too large for a record
     */
    void require(int replicas) throws InterruptedException, ExecutionException, TimeoutException {
        Config config = Objects.requireNonNull(admin.describeConfigs(Set.of(topic))
                .all()
                .get(Topics.SECONDS, TimeUnit.SECONDS)
                .get(topic));
        requireRoomForAnEvent(config);
        waitForCopies(config, replicas);
    }

    private void requireRoomForAnEvent(Config config) {
        long most = number(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        if (most < Draft.MOST_EVENT_BYTES + HEADERS) {
            throw new IllegalStateException("Topic %s takes records of %d bytes at most; an event may have %d"
                    .formatted(topic.name(), most, Draft.MOST_EVENT_BYTES + HEADERS));
        }
    }

    /** An event that one broker alone had acknowledged is lost with it, and every consumer then waits for it for ever. */
    private void waitForCopies(Config config, int replicas)
            throws InterruptedException, ExecutionException, TimeoutException {
        int wanted = copiesToWaitFor(replicas);
        if (number(config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG) < wanted) {
            var entry = new ConfigEntry(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(wanted));
            admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all()
                    .get(Topics.SECONDS, TimeUnit.SECONDS);
        }
    }

    /** A majority, so that one broker may fail and events are still taken; all of one or two. */
    static int copiesToWaitFor(int replicas) {
        return replicas / 2 + 1;
    }

    private static long number(Config config, String name) {
        return Long.parseLong(config.get(name).value());
    }
}
