package io.guildhall.community.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.community.ChatSocket;
import io.guildhall.community.ChatTest;
import io.guildhall.platform.testing.Client;
import io.guildhall.platform.testing.Draw;
import io.guildhall.platform.testing.Seeds;
import io.guildhall.platform.testing.TestIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class WireServiceTest extends ChatTest {

    @Autowired
    WireServiceTest(TestIssuer issuer) {
        super(issuer);
    }

    @Test
    void saysHelloFirstAndThenHowThingsStand() {
        String channelId = openChannel("public");
        say(ada, channelId, "a", "Hello");
        say(ada, channelId, "b", "Anybody?");

        ChatSocket socket = socket(bob).subscribe(channelId);
        JsonNode state = socket.await("state");
        socket.await("message", message -> message.path("sequence").asLong() == 1);

        assertThat(socket.frames().getFirst().path("type").asString()).isEqualTo("hello");
        assertThat(socket.frames().getFirst().path("heartbeatMs").asLong()).isEqualTo(30_000);
        assertThat(state.path("sequence").asLong()).isEqualTo(1);
        assertThat(state.path("unread").asInt()).isEqualTo(2);
        assertThat(state.path("readUpTo").asLong()).isEqualTo(-1);
        assertThat(bodies(socket)).containsExactly("Hello", "Anybody?");
        socket.drop();
    }

    @Test
    void everybodySeesOneOrderWhoeverSaysWhatAtWhichInstance() {
        Seeds.check(2, draw -> {
            String channelId = openChannel("public");
            ChatSocket first = socket(ada).subscribe(channelId);
            ChatSocket second = socketAtOther(nobody.somebody()).subscribe(channelId);
            first.await("state");
            second.await("state");
            List<String> adas = texts(draw);
            int bobs = draw.number(3, 9);

            var saying = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < adas.size(); i++) {
                    first.say(channelId, "a" + i, adas.get(i));
                }
            });
            for (int i = 0; i < bobs; i++) {
                second.say(channelId, "b" + i, "Bob " + i);
            }
            saying.join();

            int all = adas.size() + bobs;
            for (ChatSocket socket : List.of(first, second)) {
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> socket.facts().size() >= all);
                assertThat(sequences(socket.facts())).isEqualTo(upTo(all));
            }
            assertThat(first.facts()).isEqualTo(second.facts());
            assertThat(history(channelId)).isEqualTo(bodies(first));
            first.drop();
            second.drop();
        });
    }

    @Test
    void whatIsSentAgainIsSaidOnceAndAnsweredAlike() {
        String channelId = openChannel("public");
        ChatSocket socket = socket(ada).subscribe(channelId);
        socket.await("state");

        socket.say(channelId, "one", "Hello");
        socket.say(channelId, "two", "World");
        socket.say(channelId, "one", "Hello");
        socketAtOther(ada).say(channelId, "one", "Hello");

        await().until(() -> socket.of("sent").size() == 3);
        assertThat(socket.of("sent"))
                .extracting(sent -> sent.path("sequence").asLong())
                .containsExactly(0L, 1L, 0L);
        socket.say(channelId, "one", "Something else");
        socket.await(
                "problem",
                problem -> problem.path("problem").asString().equals("local-id-taken")
                        && problem.path("localId").asString().equals("one"));
        say(bob, channelId, "last", "!");
        socket.await("message", message -> message.path("body").asString().equals("!"));
        assertThat(bodies(socket)).containsExactly("Hello", "World", "!");
        socket.drop();
    }

    @Test
    void editsAndDeletionsReachEverybody() {
        String channelId = openChannel("public");
        ChatSocket adas = socket(ada).subscribe(channelId);
        ChatSocket bobs = socketAtOther(bob).subscribe(channelId);
        adas.await("state");
        bobs.await("state");

        adas.say(channelId, "one", "Helo");
        String id = adas.await("sent").path("messageId").asString();
        adas.send(Map.of("type", "edit", "channel", channelId, "messageId", id, "body", "Hello"));
        assertThat(bobs.await("edited").path("body").asString()).isEqualTo("Hello");
        bobs.send(Map.of("type", "delete", "channel", channelId, "messageId", id));
        JsonNode problem = bobs.await("problem");
        assertThat(problem.path("problem").asString()).isEqualTo("not-your-message");
        assertThat(problem.path("messageId").asString()).isEqualTo(id);
        adas.send(Map.of("type", "delete", "channel", channelId, "messageId", id));
        assertThat(bobs.await("deleted").path("sequence").asLong()).isEqualTo(2);

        bobs.send(Map.of("type", "read", "channel", channelId, "sequence", 2));
        await().untilAsserted(() -> bob.get(channels + "/" + channelId + "/unread")
                .expectBody()
                .jsonPath("$.readUpTo")
                .isEqualTo(2));
        adas.drop();
        bobs.drop();
    }

    @Test
    void aBrokenConnectionGoesOnWithoutAGapOrADouble() {
        Seeds.check(2, draw -> {
            String channelId = openChannel("public");
            var saying = CompletableFuture.runAsync(() -> sayAndChange(channelId));
            List<JsonNode> told = new ArrayList<>();
            boolean other = draw.percent(50);
            while (!saying.isDone() || told.size() < 80) {
                ChatSocket socket = other ? socketAtOther(bob) : socket(bob);
                long last =
                        told.isEmpty() ? -1 : told.getLast().path("sequence").asLong();
                int most = Math.min(80 - told.size(), draw.number(1, 30));
                socket.subscribe(channelId, last);
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> socket.facts().size() >= most);
                socket.drop();
                told.addAll(socket.facts());
                other = !other;
            }
            saying.join();

            assertThat(sequences(told)).isEqualTo(upTo(80));
            assertThat(new HashSet<>(sequences(told))).hasSize(80);
            ChatSocket whole = socket(ada).subscribe(channelId, -1);
            await().atMost(Duration.ofSeconds(15)).until(() -> whole.facts().size() >= 80);
            assertThat(asShownNow(told)).isEqualTo(asShownNow(whole.facts()));
            whole.drop();
        });
    }

    @Test
    void anInstanceThatStopsSendsItsListenersToAnother() {
        String channelId = openChannel("public");
        ChatSocket listening = socketAtOther(bob).subscribe(channelId);
        ChatSocket idle = socketAtOther(ada);
        listening.await("state");
        idle.await("hello");

        stopOtherInstance();
        assertThat(listening.closeCode()).isEqualTo(4503);
        assertThat(idle.closeCode()).isEqualTo(4503);
        say(ada, channelId, "a", "Meanwhile");

        ChatSocket back = socket(bob).subscribe(channelId, -1);
        assertThat(back.await("message").path("body").asString()).isEqualTo("Meanwhile");
        back.drop();
    }

    @Test
    void whoComesLaterIsNotToldWhatWasDeleted() {
        String channelId = openChannel("public");
        String path = channels + "/" + channelId + "/messages";
        var said = Client.body(ada.post(path, Map.of("localId", "a", "body", "A slip")));
        String message = path + "/" + said.path("messageId").asString();
        ada.put(message, Map.of("body", "A worse slip")).expectStatus().isOk();
        ada.delete(message).expectStatus().isOk();

        ChatSocket socket = socket(bob).subscribe(channelId, -1);

        assertThat(socket.await("deleted").path("sequence").asLong()).isEqualTo(2);
        assertThat(socket.facts()).hasSize(3).allMatch(fact -> fact.path("body").isMissingNode());
        assertThat(socket.await("state").path("unread").asInt()).isZero();
        socket.drop();
    }

    /** A text that was told before it was deleted is told no more. */
    private static List<JsonNode> asShownNow(List<JsonNode> facts) {
        Set<String> deleted = facts.stream()
                .filter(fact -> fact.path("type").asString().equals("deleted"))
                .map(fact -> fact.path("messageId").asString())
                .collect(Collectors.toSet());
        return facts.stream()
                .map(fact -> deleted.contains(fact.path("messageId").asString()) ? withoutBody(fact) : fact)
                .toList();
    }

    private static JsonNode withoutBody(JsonNode fact) {
        ObjectNode shown = (ObjectNode) fact.deepCopy();
        shown.remove("body");
        return shown;
    }

    /** 80 facts: 60 messages, 10 of them edited and 10 deleted. */
    private void sayAndChange(String channelId) {
        String path = channels + "/" + channelId + "/messages";
        for (int i = 0; i < 60; i++) {
            var said = Client.body(ada.post(path, Map.of("localId", "m" + i, "body", "Message " + i)));
            String message = path + "/" + said.path("messageId").asString();
            if (i % 6 == 2) {
                ada.put(message, Map.of("body", "Message " + i + ", better"))
                        .expectStatus()
                        .isOk();
            } else if (i % 6 == 4) {
                ada.delete(message).expectStatus().isOk();
            }
        }
    }

    private List<String> history(String channelId) {
        List<String> bodies = new ArrayList<>();
        Client.body(history(ada, channelId))
                .path("messages")
                .forEach(message -> bodies.add(message.path("body").asString()));
        return bodies;
    }

    private static List<String> texts(Draw draw) {
        return draw.listOf(5, 20, () -> "x" + draw.text(0, 60));
    }

    private static List<String> bodies(ChatSocket socket) {
        return socket.of("message").stream()
                .map(message -> message.path("body").asString())
                .toList();
    }

    private static List<Long> sequences(List<JsonNode> facts) {
        return facts.stream().map(fact -> fact.path("sequence").asLong()).toList();
    }

    private static List<Long> upTo(int count) {
        return LongStream.range(0, count).boxed().toList();
    }
}
