package io.guildhall.platform.publish;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.log.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Brings the log to the topic, in order, at least once: sends a batch, waits for all acknowledgements, then stores how
 * far it has come. After any failure it starts again from what it stored.
 */
final class Publication {

    private static final int BATCH = 500;

    private final LogReader reader;
    private final EventRecords records;
    private final TopicWriter topic;
    private final Progress progress;

    Publication(LogReader reader, EventRecords records, TopicWriter topic, Progress progress) {
        this.reader = reader;
        this.records = records;
        this.topic = topic;
        this.progress = progress;
    }

    /**
     * Publishes one batch.
     *
     * @return what is published now; empty when another publisher has taken over
     * @throws PublishFailed when a record was not acknowledged: start again from {@link Progress#load}
     */
    Optional<Published> publish(Published from, long epoch) {
        List<Commit> commits = reader.after(from.position(), BATCH);
        if (commits.isEmpty()) {
            return Optional.of(from);
        }
        Map<Integer, Long> last = new HashMap<>(from.lastOfPartition());
        List<ProducerRecord<String, byte[]>> batch = new ArrayList<>();
        for (Commit commit : commits) {
            int partition = EventRecords.partition(commit.streamId());
            long position = commit.position();
            for (StoredEvent event : commit.events()) {
                if (position > from.position()) {
                    batch.add(records.of(commit, event, position, last.getOrDefault(partition, 0L)));
                    last.put(partition, position);
                }
                position++;
            }
        }
        topic.write(batch);
        var reached = new Published(commits.getLast().last(), last);
        return progress.store(reached, epoch) ? Optional.of(reached) : Optional.empty();
    }
}
