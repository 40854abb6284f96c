package io.guildhall.community.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.community.ChatTest;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class HistoryTest extends ChatTest {

    @Autowired
    HistoryTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void isReadInPagesThatMeet() {
        String channelId = openChannel("public");
        for (int i = 0; i < 7; i++) {
            say(ada, channelId, "m" + i, "Message " + i);
        }

        JsonNode newest = page(channelId, "?before=3");
        assertThat(sequences(newest)).isEqualTo("4 5 6");
        assertThat(newest.path("foundNewest").asBoolean()).isTrue();
        assertThat(newest.path("foundOldest").asBoolean()).isFalse();
        assertThat(newest.path("asOf").asLong()).isEqualTo(6);

        JsonNode oldest = page(channelId, "?anchor=4&before=10");
        assertThat(sequences(oldest)).isEqualTo("0 1 2 3");
        assertThat(oldest.path("foundOldest").asBoolean()).isTrue();
        assertThat(oldest.path("foundNewest").asBoolean()).isFalse();

        JsonNode around = page(channelId, "?anchor=3&before=1&after=2");
        assertThat(sequences(around)).isEqualTo("2 3 4");
    }

    @Test
    void isReadFromAnAnchorOn() {
        String channelId = openChannel("public");
        for (int i = 0; i < 3; i++) {
            say(ada, channelId, "m" + i, "Message " + i);
        }
        clock.advance(Duration.ofHours(1));
        Instant later = clock.instant();
        for (int i = 3; i < 6; i++) {
            say(ada, channelId, "m" + i, "Message " + i);
        }

        JsonNode sinceThen = page(channelId, "?before=1&after=2&anchor=" + later);
        assertThat(sequences(sinceThen)).isEqualTo("2 3 4");
        assertThat(sinceThen.path("foundOldest").asBoolean()).isFalse();
        assertThat(sinceThen.path("foundNewest").asBoolean()).isFalse();
        JsonNode tomorrow = page(channelId, "?before=1&after=2&anchor=" + later.plus(Duration.ofDays(1)));
        assertThat(sequences(tomorrow)).isEqualTo("5");
        assertThat(tomorrow.path("foundNewest").asBoolean()).isTrue();

        assertThat(sequences(page(channelId, "?before=2&after=2&anchor=firstUnread")))
                .isEqualTo("0 1");
        ada.put(channels + "/" + channelId + "/read", Map.of("sequence", 3))
                .expectStatus()
                .isNoContent();
        JsonNode unread = page(channelId, "?before=2&after=5&anchor=firstUnread");
        assertThat(sequences(unread)).isEqualTo("2 3 4 5");
        assertThat(unread.path("foundNewest").asBoolean()).isTrue();
    }

    @Test
    void aPageIsAtMost200Messages() {
        String messages = channels + "/" + openChannel("public") + "/messages";

        ada.get(messages + "?before=201").expectStatus().isEqualTo(422);
        ada.get(messages + "?before=100&after=101").expectStatus().isEqualTo(422);
        ada.get(messages + "?before=-1").expectStatus().isEqualTo(422);
        ada.get(messages + "?anchor=2026-13-01T00:00:00Z").expectStatus().isEqualTo(422);
        ada.get(messages + "?anchor=yesterday").expectStatus().isEqualTo(422);
        ada.get(messages + "?anchor=0&before=0&after=200").expectStatus().isOk();
    }

    private JsonNode page(String channelId, String query) {
        return Client.body(ada.get(channels + "/" + channelId + "/messages" + query));
    }

    private static String sequences(JsonNode page) {
        return String.join(
                " ",
                StreamSupport.stream(page.path("messages").spliterator(), false)
                        .map(message -> message.path("sequence").asString())
                        .toList());
    }
}
