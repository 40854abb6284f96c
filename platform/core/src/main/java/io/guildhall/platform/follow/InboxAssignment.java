package io.guildhall.platform.follow;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets a consumer on what the inboxes of its partitions stored, whenever partitions come and go. */
final class InboxAssignment implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(InboxAssignment.class);

    private final Consumer<String, byte[]> consumer;
    private final Function<TopicPartition, List<Inbox>> inboxesOf;
    private final InboxTroubles troubles;

    InboxAssignment(
            Consumer<String, byte[]> consumer,
            Function<TopicPartition, List<Inbox>> inboxesOf,
            InboxTroubles troubles) {
        this.consumer = consumer;
        this.inboxesOf = inboxesOf;
        this.troubles = troubles;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        if (assigned.isEmpty()) {
            troubles.allGoOn(); // with the others
        }
        Set<Inbox> inboxes = new HashSet<>();
        assigned.forEach(partition -> inboxes.addAll(inboxesOf.apply(partition)));
        inboxes.forEach(Inbox::store);
        inboxes.forEach(Inbox::load);
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
