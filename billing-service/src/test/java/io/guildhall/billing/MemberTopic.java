package io.guildhall.billing;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells of roles what member-service would tell, on its topic, numbered as its publisher would. */
final class MemberTopic implements AutoCloseable {

    private final EventRecords records = new EventRecords(LogName.first("member"));
    private final KafkaProducer<String, byte[]> producer;
    private final Map<Integer, Long> lastOfPartition = new HashMap<>();
    private long position;

    MemberTopic(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    void role(String memberId, String communityId, String role) {
        position++;
        String roleId = "rol_" + communityId + memberId + role;
        String payload = """
            {"roleId": "%s", "communityId": "%s", "memberId": "%s", "role": "%s"}\
            """.formatted(roleId, communityId, memberId, role);
        var event = new StoredEvent(
                "member-event-" + position, "member.role.granted", 1, 0, Instant.now(), payload, Map.of());
        var commit = new Commit(position, 0, roleId, 0, "cmd-" + position, "Any", communityId, List.of(event));
        long previous = lastOfPartition.getOrDefault(EventRecords.partition(roleId), 0L);
        lastOfPartition.put(EventRecords.partition(roleId), position);
        producer.send(records.of(commit, event, position, previous));
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
