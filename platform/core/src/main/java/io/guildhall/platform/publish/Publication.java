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
 * far it has come. After any failure it starts again from what it stored. While a batch is on its way the next is read.
 */
final class Publication {

    private static final int BATCH = 2_000;

    private final LogReader reader;
    private final EventRecords records;
    private final TopicWriter topic;
    private final Progress progress;
    private List<Commit> ahead = List.of();
    private long aheadOf = -1;

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
        List<Commit> commits = aheadOf == from.position() ? ahead : reader.after(from.position(), BATCH);
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
        var reached = new Published(commits.getLast().last(), last, from.topic());
        topic.write(batch, () -> readAhead(commits.size(), reached.position()));
        return progress.store(reached, epoch) ? Optional.of(reached) : Optional.empty();
    }

    private void readAhead(int size, long position) {
        aheadOf = -1;
        if (size < BATCH) {
            return;
        }
        try {
            ahead = reader.after(position, BATCH);
            aheadOf = position;
        } catch (RuntimeException _) {
            // The next batch is read again, and fails where that is handled.
        }
    }
}
