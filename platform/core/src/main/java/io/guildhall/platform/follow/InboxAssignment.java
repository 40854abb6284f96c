package io.guildhall.platform.follow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a consumer on what the inboxes of its partitions stored, whenever partitions come and go. Offsets are of one topic
 * and not of its name; what was made anew under the same name is read from its start.
 */
final class InboxAssignment implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(InboxAssignment.class);

    private final Consumer<String, byte[]> consumer;
    private final Function<TopicPartition, List<Inbox>> inboxesOf;
    private final InboxTroubles troubles;
    private final TopicsRead topicsRead;

    InboxAssignment(
            Consumer<String, byte[]> consumer,
            Function<TopicPartition, List<Inbox>> inboxesOf,
            InboxTroubles troubles,
            TopicsRead topicsRead) {
        this.consumer = consumer;
        this.inboxesOf = inboxesOf;
        this.troubles = troubles;
        this.topicsRead = topicsRead;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        if (assigned.isEmpty()) {
            troubles.allGoOn(); // with the others
        }
        Map<Inbox, String> topics = new HashMap<>();
        assigned.forEach(
                partition -> inboxesOf.apply(partition).forEach(inbox -> topics.put(inbox, partition.topic())));
        topics.keySet().forEach(Inbox::store);
        Map<String, String> ids = new HashMap<>();
        topics.forEach((inbox, topic) -> inbox.load(ids.computeIfAbsent(topic, topicsRead::begin)));
        for (TopicPartition partition : assigned) {
            inboxesOf.apply(partition).stream()
                    .mapToLong(inbox -> inbox.next(partition.partition()))
                    .min()
                    .ifPresentOrElse(
                            next -> consumer.seek(partition, next), () -> consumer.seekToEnd(List.of(partition)));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        troubles.forget(revoked);
        revoked.forEach(partition -> inboxesOf.apply(partition).forEach(Inbox::store));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        LOG.info("Lost {}", lost);
        troubles.forget(lost);
    }
}
