package io.guildhall.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.edge.TallyEvent.Counted;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.publish.EventRecords;
import io.guildhall.platform.publish.KafkaTopicWriter;
import io.guildhall.platform.publish.Publishers;
import io.guildhall.platform.testing.Servers;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A service says when what it shows is getting old, and by how much. */
class ReadinessTest extends EdgeTest {

    private static final ServiceName HALL = new ServiceName("hall");

    @Autowired
    Publishers publishers;

    @AfterEach
    void nothingFails() {
        TallyProjection.POISON.clear();
        Guests.failing = null;
        soon().until(() -> ready() == 200);
    }

    @Test
    void isNotReadyWhileAFollowerDiesOfAnErrorAndIsAgainBehindIt() {
        String tally = open();
        TallyProjection.POISON.put(new Counted(tally, 1), new InternalError("staged"));
        count(tally);

        soon().until(() -> ready() == 503);
        makeOperator();
        assertThat(edge.send("GET", "/ops/status", "mem_op", BodyPublishers.noBody())
                        .body())
                .contains(
                        "\"ready\":false",
                        "\"process\":\"" + ProcessHandle.current().pid() + "@",
                        "\"startedAt\":")
                .contains("InternalError: staged");
        assertThat(meter("guildhall_followers_lag")).isPositive();

        TallyProjection.POISON.clear();
        soon().until(() -> ready() == 200);
        assertThat(edge.get("/tallies/" + tally).body()).contains("\"total\":1");
        soon().until(() -> meter("guildhall_followers_lag") == 0);
    }

    @Test
    void parksAnEventThatOverflowsTheStackAndStaysReady() {
        double before = meter("guildhall_dead_letters");
        String tally = open();
        TallyProjection.POISON.put(new Counted(tally, 1), new StackOverflowError());
        count(tally);

        soon().until(() -> meter("guildhall_dead_letters") == before + 1);
        assertThat(ready()).isEqualTo(200);
    }

    @Test
    void isNotReadyWhileTheInboxDiesOfAnErrorAndHearsAgainBehindIt() {
        soon().until(() -> meter("guildhall_inbox_lag") == 0);
        Guests.failing = new InternalError("staged");
        arrives("ada");

        soon().until(() -> ready() == 503);
        assertThat(meter("guildhall_inbox_lag")).isEqualTo(1);

        Guests.failing = null;
        soon().until(() -> ready() == 200);
        soon().until(() -> meter("guildhall_inbox_lag") == 0);
        assertThat(Guests.HEARD).containsExactly("ada");
    }

    @Test
    void measuresAppendsAndWhatTheTopicDoesNotHoldYet() {
        soon().until(() -> meter("guildhall_publication_lag") == 0);
        double appends = meter("guildhall_append_seconds_count");
        double head = meter("guildhall_log_head");
        publishers.stop();
        try {
            open();
            assertThat(meter("guildhall_append_seconds_count")).isEqualTo(appends + 1);
            assertThat(meter("guildhall_log_head")).isEqualTo(head + 1);
            assertThat(meter("guildhall_publication_lag")).isEqualTo(1);
        } finally {
            publishers.start();
        }
        soon().until(() -> meter("guildhall_publication_lag") == 0);
    }

    private int ready() {
        return edge.get("/readyz").statusCode();
    }

    private double meter(String name) {
        Matcher found = Pattern.compile("(?m)^" + name + "\\{[^}]*} (\\S+)$")
                .matcher(edge.get("/actuator/prometheus").body());
        assertThat(found.find()).as(name).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private String open() {
        String opened =
                edge.post("/tallies", "").headers().firstValue("Location").orElseThrow();
        return opened.substring("/tallies/".length());
    }

    private void count(String tally) {
        assertThat(edge.post("/tallies/" + tally + "/counts", "{\"by\":1}").statusCode())
                .isEqualTo(204);
    }

    private static void arrives(String guest) {
        var event = new StoredEvent(
                "evt-" + guest,
                "hall.guest.arrived",
                1,
                0,
                Instant.EPOCH,
                "{\"guest\":\"%s\"}".formatted(guest),
                Map.of());
        var commit = new Commit(1, 0, guest, 0, "cmd-" + guest, "Guest", null, List.of(event));
        try (var writer = new KafkaTopicWriter(Servers.kafka())) {
            writer.write(List.of(new EventRecords(LogName.first(HALL.value())).of(commit, event, 1, 0)), () -> {});
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
