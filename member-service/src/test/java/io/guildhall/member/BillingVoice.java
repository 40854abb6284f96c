package io.guildhall.member;

import io.guildhall.platform.id.Ids;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.testing.Servers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Publishes events as billing-service would. */
final class BillingVoice {

    private static final EventRecords RECORDS = new EventRecords(LogName.first("billing"));
    private static final Map<Integer, Long> LAST = new HashMap<>();
    private static long position;

    private BillingVoice() {}

    /** An event of a stream. */
    record Said(String communityId, String streamId, long sequence, String name, Map<String, Object> payload) {}

    static synchronized void tell(Said said) {
        position++;
        var event = new StoredEvent(
                Ids.next("evt"),
                said.name(),
                1,
                said.sequence(),
                Instant.now(),
                JsonMapper.shared().writeValueAsString(said.payload()),
                Map.of("correlation", "cor-1"));
        var commit = new Commit(
                position,
                position - 1,
                said.streamId(),
                said.sequence(),
                Ids.next("cmd"),
                "Order",
                said.communityId(),
                List.of(event));
        int partition = EventRecords.partition(said.streamId());
        Map<String, Object> settings = Map.of("bootstrap.servers", Servers.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(RECORDS.of(commit, event, position, LAST.getOrDefault(partition, 0L)));
        }
        LAST.put(partition, position);
    }
}
