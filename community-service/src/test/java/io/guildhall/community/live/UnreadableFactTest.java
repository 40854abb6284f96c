package io.guildhall.community.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.community.ChatSocket;
import io.guildhall.community.ChatTest;
import io.guildhall.community.message.MessageStream;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.log.Draft;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.testing.TestIssuer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class UnreadableFactTest extends ChatTest {

    @Autowired
    EventLogs logs;

    @Autowired
    MeterRegistry meters;

    @Autowired
    UnreadableFactTest(TestIssuer issuer) {
        super(issuer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "community.message.posted | {\"channelId\":7,\"body\":\"in clear\"}",
                "community.message.posted | no JSON",
                "community.message.edited | {}",
                "community.message.shouted | {}",
                "community.channel.closed | {\"channelId\":\"chn_1\",\"communityId\":\"com_1\"}"
            })
    void isToldAsSuchAndStopsNobody(String name, String payload) throws Exception {
        String channelId = openChannel("public");
        String other = openChannel("public");
        ChatSocket here = socket(ada).subscribe(channelId).subscribe(other);
        ChatSocket there = socketAtOther(bob).subscribe(channelId);
        here.await("state", state -> state.path("channel").asString().equals(other));
        there.await("state");
        double counted = counted();

        append(channelId, name, payload);
        say(ada, other, "a", "Elsewhere");
        here.await("message", message -> message.path("channel").asString().equals(other));

        for (ChatSocket socket : List.of(here, there)) {
            JsonNode told = socket.await("unreadable");
            assertThat(told.path("channel").asString()).isEqualTo(channelId);
            assertThat(told.path("sequence").asLong()).isZero();
        }
        assertThat(counted()).isGreaterThan(counted);
        append(channelId, name, payload);
        here.await("unreadable", told -> told.path("sequence").asLong() == 1);
        here.drop();
        there.drop();
    }

    @Test
    void whoResumesIsToldWhatStandsBehindIt() throws Exception {
        String channelId = openChannel("public");
        say(ada, channelId, "a", "Before");
        append(channelId, "community.message.posted", "{}");
        say(ada, channelId, "b", "After");

        ChatSocket socket = socket(bob).subscribe(channelId, -1);

        socket.await("message", message -> message.path("body").asString().equals("After"));
        assertThat(socket.await("unreadable").path("sequence").asLong()).isEqualTo(1);
        assertThat(socket.of("message")).hasSize(2);
        socket.drop();
    }

    private double counted() {
        return meters.get("guildhall.chat.unreadable").counter().count();
    }

    private void append(String channelId, String name, String payload) throws Exception {
        String id = Ids.next("evt");
        var event = new StoredEvent(id, name, 1, 0, clock.instant(), payload, Map.of());
        logs.of(community)
                .appender()
                .append(new Draft(
                        MessageStream.of(channelId), Draft.NEXT, id, MessageStream.TYPE, community, List.of(event)))
                .get();
    }
}
