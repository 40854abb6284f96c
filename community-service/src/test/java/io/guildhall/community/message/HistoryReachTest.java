package io.guildhall.community.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.community.ChatSocket;
import io.guildhall.community.ChatTest;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.TestIssuer;
import io.guildhall.platform.time.MovableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What was said before a reader came begins with "old", here. */
class HistoryReachTest extends ChatTest {

    @Autowired
    HistoryReachTest(TestIssuer issuer) {
        super(issuer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "4", "firstUnread", "newest", "2020-01-01T00:00:00Z"})
    void noPageShowsWhatWasSaidBefore(String anchor) {
        String channelId = joined("since-joining");

        JsonNode page = page(ada, channelId, "?before=10&after=10&anchor=" + anchor);

        assertThat(bodies(page)).containsExactly("new 3", "new 4 @" + ada.id(), "new 5");
        assertThat(page.path("foundOldest").asBoolean()).isTrue();
        assertThat(page.path("foundNewest").asBoolean()).isTrue();
        assertThat(bodies(page(owner, channelId, "?before=10"))).hasSize(6);
    }

    @Test
    void theOldestIsFoundWhereHisHistoryBegins() {
        String channelId = joined("since-joining");

        assertThat(page(ada, channelId, "?before=2").path("foundOldest").asBoolean())
                .isFalse();
        assertThat(page(ada, channelId, "?before=3").path("foundOldest").asBoolean())
                .isTrue();
        JsonNode first = page(ada, channelId, "?anchor=firstUnread&before=5&after=1");
        assertThat(bodies(first)).containsExactly("new 3");
        assertThat(first.path("foundOldest").asBoolean()).isTrue();
        assertThat(first.path("foundNewest").asBoolean()).isFalse();
    }

    @Test
    void nothingFromBeforeIsToldToWhoSubscribesOrResumes() {
        String channelId = joined("since-joining");
        ChatSocket begins = socket(ada).subscribe(channelId);
        var otherClock = ofOtherInstance(MovableClock.class);
        await().until(() -> otherClock.offset().equals(clock.offset()));
        ChatSocket resumes = socketAtOther(ada).subscribe(channelId, -1);
        ChatSocket knows = socket(ada).subscribe(channelId, 4);

        for (ChatSocket socket : new ChatSocket[] {begins, resumes}) {
            JsonNode state = socket.await("state");
            assertThat(state.path("afterSeq").asLong()).isEqualTo(2);
            assertThat(state.path("unread").asInt()).isEqualTo(3);
            socket.await("message", told -> told.path("sequence").asLong() == 5);
            assertThat(socket.of("message")).hasSize(3);
            assertThat(socket.frames().toString()).doesNotContain("old");
            socket.drop();
        }
        assertThat(knows.await("state").path("afterSeq").asLong()).isEqualTo(4);
        knows.await("message", told -> told.path("sequence").asLong() == 5);
        assertThat(knows.of("message")).hasSize(1);
        knows.drop();
    }

    @Test
    void aTextFromBeforeIsNotToldByAnEditEither() {
        String channelId = joined("since-joining");
        ChatSocket listens = socket(ada).subscribe(channelId);
        ChatSocket owners = socketAtOther(owner).subscribe(channelId);
        listens.await("message", told -> told.path("sequence").asLong() == 5);
        owners.await("message", told -> told.path("sequence").asLong() == 5);

        edit(channelId, 0, "old, but edited for @" + ada.id());
        edit(channelId, 3, "new and edited");

        ChatSocket resumes = socket(ada).subscribe(channelId, 5);
        for (ChatSocket socket : new ChatSocket[] {listens, resumes}) {
            JsonNode edited =
                    socket.await("edited", told -> told.path("sequence").asLong() == 7);
            assertThat(edited.path("body").asString()).isEqualTo("new and edited");
            assertThat(socket.of("edited").getFirst().path("sequence").asLong()).isEqualTo(6);
            assertThat(socket.frames().toString()).doesNotContain("old");
            socket.drop();
        }
        assertThat(owners.await("edited").path("body").asString()).startsWith("old, but edited");
        owners.drop();
        assertThat(unread(ada, channelId).path("mentions").asInt()).isEqualTo(1);
    }

    @Test
    void nothingFromBeforeIsUnread() {
        String channelId = joined("since-joining");

        JsonNode unread = unread(ada, channelId);

        assertThat(unread.path("unread").asInt()).isEqualTo(3);
        assertThat(unread.path("mentions").asInt()).isEqualTo(1);
        assertThat(unread.path("first").asLong()).isEqualTo(3);
        assertThat(unread.path("readUpTo").asLong()).isEqualTo(-1);
    }

    @Test
    void whoLeftAndComesBackSeesFromHisNewBeginningOn() {
        String channelId = channel("since-joining");
        String grant = grant(ada, channelId);
        say(owner, channelId, "a", "old: seen at the first time");
        assertThat(bodies(page(ada, channelId, ""))).hasSize(1);
        ada.put(channels + "/" + channelId + "/read", Map.of("sequence", 0))
                .expectStatus()
                .isNoContent();
        clock.advance(Duration.ofMinutes(1));
        members.end(grant, ada.id(), community, "channel:" + channelId, clock.instant());
        await().untilAsserted(() -> history(ada, channelId).expectStatus().isForbidden());
        say(owner, channelId, "b", "old: while away");
        clock.advance(Duration.ofMinutes(1));
        grant(ada, channelId);

        JsonNode nothing = page(ada, channelId, "?before=10&after=10&anchor=firstUnread");
        assertThat(bodies(nothing)).isEmpty();
        assertThat(nothing.path("foundOldest").asBoolean()).isTrue();
        assertThat(unread(ada, channelId).path("unread").asInt()).isZero();
        ChatSocket socket = socket(ada).subscribe(channelId, 0);
        assertThat(socket.await("state").path("afterSeq").asLong()).isEqualTo(1);

        say(owner, channelId, "c", "new");
        socket.await("message", told -> told.path("body").asString().equals("new"));
        assertThat(socket.of("message")).hasSize(1);
        socket.drop();
        assertThat(bodies(page(ada, channelId, "?before=10"))).containsExactly("new");
        assertThat(unread(ada, channelId).path("unread").asInt()).isEqualTo(1);
    }

    @Test
    void aChannelThatShowsAllIsSeenAsAWhole() {
        String channelId = joined("whole");

        JsonNode page = page(ada, channelId, "?anchor=firstUnread&before=10&after=10");
        assertThat(bodies(page)).hasSize(6);
        JsonNode unread = unread(ada, channelId);
        assertThat(unread.path("unread").asInt()).isEqualTo(6);
        assertThat(unread.path("mentions").asInt()).isEqualTo(2);
        assertThat(unread.path("first").asLong()).isZero();
        ChatSocket socket = socket(ada).subscribe(channelId);
        socket.await("message", told -> told.path("sequence").asLong() == 5);
        assertThat(socket.of("message")).hasSize(6);
        edit(channelId, 0, "old, but edited");
        assertThat(socket.await("edited").path("body").asString()).isEqualTo("old, but edited");
        socket.drop();
    }

    @Test
    void staffSetsItAndTheChannelSaysSo() {
        String channel = channels + "/" + openChannel("members");
        String reach = channel + "/history-reach";

        owner.get(channel).expectBody().jsonPath("$.historyReach").isEqualTo("whole");
        ada.put(reach, Map.of("reach", "since-joining")).expectStatus().isForbidden();
        owner.put(reach, Map.of("reach", "today")).expectStatus().isEqualTo(422);
        owner.put(reach, Map.of()).expectStatus().isEqualTo(422);
        owner.put(channels + "/" + openChannel("public") + "/history-reach", Map.of("reach", "since-joining"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("channel-is-public");
    }

    /** Three messages from before Ada came, and three since; one of each names her. */
    private String joined(String reach) {
        String channelId = channel(reach);
        say(owner, channelId, "0", "old 0");
        say(owner, channelId, "1", "old 1 @" + ada.id());
        say(owner, channelId, "2", "old 2");
        clock.advance(Duration.ofMinutes(1));
        grant(ada, channelId);
        say(owner, channelId, "3", "new 3");
        say(owner, channelId, "4", "new 4 @" + ada.id());
        say(owner, channelId, "5", "new 5");
        return channelId;
    }

    private String channel(String reach) {
        String channelId = openChannel("members");
        String channel = channels + "/" + channelId;
        owner.put(channel + "/history-reach", Map.of("reach", reach))
                .expectStatus()
                .isNoContent();
        await().untilAsserted(() ->
                owner.get(channel).expectBody().jsonPath("$.historyReach").isEqualTo(reach));
        return channelId;
    }

    private void edit(String channelId, int place, String body) {
        String id = page(owner, channelId, "?before=10")
                .path("messages")
                .path(place)
                .path("messageId")
                .asString();
        owner.put(channels + "/" + channelId + "/messages/" + id, Map.of("body", body))
                .expectStatus()
                .isOk();
    }

    private JsonNode page(Client member, String channelId, String query) {
        return Client.body(member.get(channels + "/" + channelId + "/messages" + query));
    }

    private JsonNode unread(Client member, String channelId) {
        return Client.body(member.get(channels + "/" + channelId + "/unread"));
    }

    private static Iterable<String> bodies(JsonNode page) {
        return page.path("messages")
                .valueStream()
                .map(each -> each.path("body").asString())
                .toList();
    }
}
