package io.guildhall.load.bench;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.KafkaTopicWriter;
import io.guildhall.platform.publish.Publisher;
import io.guildhall.platform.publish.Publishers;
import io.guildhall.platform.publish.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events per second from log to topic, beside a bare producer with the same settings and the same records. */
final class PublishBench {

    private static final String BARE_TOPIC = "guildhall.bare";

    private final Publishers publishers;
    private final Publisher publisher;
    private final LogReader reader;
    private final String bootstrapServers;

    PublishBench(Publishers publishers, String bootstrapServers) {
        this.publishers = publishers;
        publisher = publishers.all().getFirst();
        reader = publisher.log().reader();
        this.bootstrapServers = bootstrapServers;
    }

    /** Measures over what the log holds and the topic does not yet; the publisher must not have been started. */
    Ratio run() throws InterruptedException {
        long head = reader.head();
        long from = publisher.position();
        double bare = bare(records(from)); // which are garbage before ours is measured
        publishers.start();
        long first = awaitMoved(from + (head - from) / 10);
        long began = System.nanoTime();
        awaitMoved(head);
        double ours = (head - first) / ((System.nanoTime() - began) / 1e9);
        return new Ratio("publication", new double[] {ours}, new double[] {bare}, "events/s", 0.6);
    }

    private long awaitMoved(long position) throws InterruptedException {
        long reached = publisher.position();
        while (reached < position) {
            Thread.sleep(2);
            reached = publisher.position();
        }
        return reached;
    }

    private List<ProducerRecord<String, byte[]>> records(long after) {
        var format = new EventRecords(publisher.log().name());
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        long position = after;
        for (List<Commit> page = reader.after(position, 500); !page.isEmpty(); page = reader.after(position, 500)) {
            for (Commit commit : page) {
                for (StoredEvent event : commit.events()) {
                    ProducerRecord<String, byte[]> record = format.of(commit, event, ++position, 0);
                    records.add(new ProducerRecord<>(
                            BARE_TOPIC, record.partition(), null, record.key(), record.value(), record.headers()));
                }
            }
        }
        return records;
    }

    private double bare(List<ProducerRecord<String, byte[]>> records) {
        new Topics(bootstrapServers).ensure(BARE_TOPIC);
        try (var producer = new KafkaProducer<>(
                KafkaTopicWriter.settings(bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            records.subList(0, records.size() / 10).forEach(producer::send);
            producer.flush();
            List<ProducerRecord<String, byte[]>> measured = records.subList(records.size() / 10, records.size());
            long began = System.nanoTime();
            measured.forEach(producer::send);
            producer.flush();
            return measured.size() / ((System.nanoTime() - began) / 1e9);
        }
    }
}
