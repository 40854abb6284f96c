package io.guildhall.community;

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
import org.jspecify.annotations.Nullable;

/** Tells what member-service would tell, on its topic, numbered as its publisher would; one for all tests of a run. */
public final class MemberTopic {

    private static @Nullable MemberTopic only;

    private final EventRecords records = new EventRecords(LogName.first("member"));
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<Integer, Long> lastOfPartition = new HashMap<>();
    private long position;

    private MemberTopic(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    public static synchronized MemberTopic at(String bootstrapServers) {
        if (only == null) {
            only = new MemberTopic(bootstrapServers);
        }
        return only;
    }

    public void role(String memberId, String communityId, String role) {
        String roleId = "rol_" + communityId + memberId + role;
        tell("member.role.granted", roleId, communityId, """
            {"roleId": "%s", "communityId": "%s", "memberId": "%s", "role": "%s"}\
            """.formatted(roleId, communityId, memberId, role));
    }

    public void grant(
            String grantId,
            String memberId,
            String communityId,
            String resource,
            Instant from,
            @Nullable Instant until) {
        String end = until == null ? "null" : "\"" + until + "\"";
        tell("member.grant.granted", grantId, communityId, """
            {"grantId": "%s", "communityId": "%s", "memberId": "%s", "resource": "%s", "source": "manual",
             "from": "%s", "until": %s, "reason": "a gift"}\
            """.formatted(
                        grantId, communityId, memberId, resource, from, end));
    }

    public void end(String grantId, String memberId, String communityId, String resource, Instant endedAt) {
        tell("member.grant.ended", grantId, communityId, """
            {"grantId": "%s", "communityId": "%s", "memberId": "%s", "resource": "%s", "endedAt": "%s",
             "reason": "enough"}\
            """.formatted(
                        grantId, communityId, memberId, resource, endedAt));
    }

    private synchronized void tell(String name, String streamId, String communityId, String payload) {
        position++;
        long sequence = sequences.merge(streamId, 1L, Long::sum) - 1;
        var event = new StoredEvent("member-event-" + position, name, 1, sequence, Instant.now(), payload, Map.of());
        var commit = new Commit(position, 0, streamId, sequence, "cmd-" + position, "Any", communityId, List.of(event));
        long previous = lastOfPartition.getOrDefault(EventRecords.partition(streamId), 0L);
        lastOfPartition.put(EventRecords.partition(streamId), position);
        producer.send(records.of(commit, event, position, previous));
        producer.flush();
    }
}
