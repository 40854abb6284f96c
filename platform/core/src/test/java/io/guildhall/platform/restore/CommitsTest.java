package io.guildhall.platform.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.follow.ReceivedEvent;
import io.guildhall.platform.follow.ReceivedRecords;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.Meta;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.Extensions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitsTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.123Z");
    private static final Map<String, String> ALL = Map.of(
            Meta.ACTOR,
            "mem_1",
            Meta.REASON,
            "when-rung",
            Meta.CORRELATION,
            "cor_1",
            Meta.CAUSATION,
            "evt_0",
            Meta.VALID_AT,
            "2026-02-28T08:00:00Z");

    private static final Commit FIRST =
            commit(1, 0, "bel_1", 0, "cmd_1", "com_1", List.of(event("evt_1", 0, ALL), event("evt_2", 1, ALL)));
    private static final Commit SECOND = commit(3, 1, "bel_2", 0, "cmd_2", null, List.of(event("evt_3", 0, Map.of())));
    private static final Commit THIRD =
            commit(4, 3, "bel_1", 2, "cmd_3", "com_1", List.of(event("evt_4", 2, Map.of())));

    private Optional<Commit> known = Optional.empty();

    @Test
    void comeBackExactlyAsTheyWere() {
        assertThat(restored(0, true, FIRST, SECOND, THIRD)).containsExactly(FIRST, SECOND, THIRD);
        assertThat(restored(1, true, SECOND, THIRD)).containsExactly(SECOND, THIRD);
    }

    @Test
    void thoseFromBeforeTheyWereToldAreEachOfOneEventAndKeepTheirStreamsType() {
        known = Optional.of(FIRST);
        List<Commit> found = restored(0, false, FIRST);

        assertThat(found).extracting(Commit::position).containsExactly(1L, 2L);
        assertThat(found).extracting(Commit::previous).containsExactly(0L, 1L);
        assertThat(found).extracting(Commit::firstSequence).containsExactly(0L, 1L);
        assertThat(found).extracting(Commit::commandId).containsExactly("evt_1", "evt_2");
        assertThat(found).extracting(Commit::type).containsOnly("Bell");
        assertThat(found).flatExtracting(Commit::events).isEqualTo(FIRST.events());
    }

    @Test
    void aPlainAppendIsToldByTheIdsOfItsEvents() {
        Commit appended = commit(
                1,
                0,
                "chn_1",
                5,
                "cmd_1",
                "com_1",
                List.of(event("cmd_1#0", 5, Map.of()), event("cmd_1#1", 6, Map.of())));

        Commit found = restored(0, false, appended).getFirst();

        assertThat(found.events()).isEqualTo(appended.events());
        assertThat(found.commandId()).isEqualTo("cmd_1");
        assertThat(found.type()).as("of a stream that is not known").isEqualTo("ChurchBell");
    }

    @Test
    void oneThatBeganWhereAnotherStandsIsRefused() {
        var commits = new Commits(0, _ -> Optional.empty());
        ReceivedEvent second = received(FIRST, 1, true);

        assertThatThrownBy(() -> commits.add(second))
                .isInstanceOf(NotRestorable.class)
                .hasMessageContaining("Position 2 is of a commit that began at 1");
    }

    private List<Commit> restored(long previous, boolean told, Commit... published) {
        var commits = new Commits(previous, _ -> known);
        List<Commit> restored = new ArrayList<>();
        for (Commit each : published) {
            IntStream.range(0, each.events().size())
                    .mapToObj(index -> received(each, index, told))
                    .forEach(event -> commits.add(event).ifPresent(restored::add));
        }
        commits.end().ifPresent(restored::add);
        assertThat(commits.end()).isEmpty();
        return restored;
    }

    private static ReceivedEvent received(Commit commit, int index, boolean told) {
        var sent = new EventRecords(LogName.first("tower"))
                .of(commit, commit.events().get(index), commit.position() + index, 0);
        if (!told) {
            List.of(Extensions.COMMIT, Extensions.COMMAND, Extensions.STREAM_TYPE)
                    .forEach(extension -> sent.headers().remove("ce_" + extension));
        }
        return ReceivedRecords.readWhole(new ConsumerRecord<>(
                sent.topic(),
                3,
                7,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty()));
    }

    private static StoredEvent event(String id, long sequence, Map<String, String> meta) {
        return new StoredEvent(id, "tower.church-bell.rung", 2, sequence, AT, "{\"ringer\":\"sealed:知\"}", meta);
    }

    private static Commit commit(
            long position,
            long previous,
            String stream,
            long sequence,
            String command,
            @Nullable String community,
            List<StoredEvent> events) {
        return new Commit(position, previous, stream, sequence, command, "Bell", community, events);
    }
}
