package io.guildhall.platform.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.log.Meta;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SDK of CloudEvents writes is read as it was, and nothing else is taken for an event. */
class ReceivedRecordsTest {

    private static final String TOPIC = "guildhall.member";
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.123456Z");
    private static final String PAYLOAD = "{\"name\":\"知识\"}";

    @Test
    void readsWhatIsPublished() {
        Map<String, String> meta =
                Map.of(Meta.VALID_AT, "2026-02-28T08:00:00Z", Meta.ACTOR, "mem_1", Meta.CORRELATION, "cor_1");

        TopicRecord read = ReceivedRecords.read(received(published(meta)));

        assertThat(read)
                .isEqualTo(new TopicRecord(
                        3, 7, 4, new Envelope(fact(Instant.parse("2026-02-28T08:00:00Z"), "mem_1", "cor_1"), PAYLOAD)));
    }

    @Test
    void whatIsNotSaidIsLikeTheRest() {
        assertThat(ReceivedRecords.read(received(published(Map.of())))
                        .envelope()
                        .fact())
                .isEqualTo(fact(AT, null, "evt_1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "specversion",
                "id",
                "source",
                "type",
                "subject",
                "time",
                "sequence",
                "guildhalllog",
                "guildhallposition",
                "guildhallprevious",
                "guildhallrevision"
            })
    void refusesWhatLacksAnAttribute(String attribute) {
        ProducerRecord<String, byte[]> record = published(Map.of());
        record.headers().remove("ce_" + attribute);

        assertThatThrownBy(() -> ReceivedRecords.read(received(record)))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("The attribute " + attribute + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "specversion, 0.3",
        "time, yesterday",
        "guildhallposition, first",
        "guildhalllog, member",
        "guildhalllog, Member.0"
    })
    void refusesWhatIsMalformed(String attribute, String value) {
        ProducerRecord<String, byte[]> record = published(Map.of());
        record.headers().remove("ce_" + attribute);
        record.headers().add("ce_" + attribute, value.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> ReceivedRecords.read(received(record)))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("guildhall.member-3@7 is not an event");
    }

    @Test
    void refusesToHearWhatHappenedInAnotherService() {
        ProducerRecord<String, byte[]> record = published(Map.of());
        record.headers().remove("ce_type");
        record.headers().add("ce_type", "billing.order.paid".getBytes(StandardCharsets.UTF_8));

        assertThat(ReceivedRecords.hear(received(published(Map.of())))).isNotNull();
        assertThatThrownBy(() -> ReceivedRecords.hear(received(record)))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("billing.order.paid is of another service than member");
    }

    @Test
    void refusesWhatHasNoData() {
        ProducerRecord<String, byte[]> whole = published(Map.of());
        var record = new ProducerRecord<String, byte[]>(TOPIC, 3, "mbs_1", null, whole.headers());

        assertThatThrownBy(() -> ReceivedRecords.read(received(record))).isInstanceOf(UnreadableRecord.class);
    }

    private static Fact fact(Instant validAt, @Nullable String actor, String correlation) {
        return new Fact(
                "member",
                new LogPosition("member.0", 5),
                "evt_1",
                "member.membership.joined",
                2,
                "mbs_1",
                6,
                "com_1",
                AT,
                validAt,
                actor,
                correlation,
                false);
    }

    private static ProducerRecord<String, byte[]> published(Map<String, String> meta) {
        var stored = new StoredEvent("evt_1", "member.membership.joined", 2, 6, AT, PAYLOAD, meta);
        var commit = new Commit(5, 0, "mbs_1", 6, "cmd_1", "Membership", "com_1", List.of(stored));
        return new EventRecords(LogName.first("member")).of(commit, stored, 5, 4);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                TOPIC,
                3,
                7,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers()),
                Optional.empty());
    }
}
