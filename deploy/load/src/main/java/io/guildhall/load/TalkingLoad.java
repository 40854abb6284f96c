package io.guildhall.load;

import static io.guildhall.load.Requests.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.load.Requests.Caller;
import io.guildhall.load.TalkCheck.Said;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Members who talk in one channel, say a thing again that they are not sure of, and try to change what they said. */
final class TalkingLoad {

    private static final int PAGE = 200;
    private static final int REPEATED_ONE_IN = 7;

    /** With what is said again it stays below what one may say in a channel, also where all is answered at once. */
    private static final Duration PACE = Duration.ofMillis(1_500);

    private final Requests requests;
    private final Hall hall;
    private final String channel;
    private final List<GuildhallClient> talkers;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> wishes = ConcurrentHashMap.newKeySet();
    private final Queue<Said> told = new ConcurrentLinkedQueue<>();

    /** @param talkers signed in; they are given access to a channel of the demo's owner */
    TalkingLoad(LocalStack stack, Requests requests, Callers callers, List<GuildhallClient> talkers) {
        this.requests = requests;
        this.hall = Hall.found(stack, "A hall with a round table");
        this.channel = hall.openChannel();
        this.talkers = talkers;
        for (GuildhallClient talker : talkers) {
            var caller = Caller.of(talker);
            hall.grant(caller.memberId(), "channel:" + channel);
            await().atMost(Duration.ofMinutes(1)).until(() -> history(talker, 0).isPresent());
            callers.start("talker-" + caller.memberId(), () -> talk(caller, talker));
        }
    }

    private void talk(Caller caller, GuildhallClient talker) {
        int n = number.incrementAndGet();
        String localId = "local-" + n;
        String body = "Thing number " + n;
        wishes.add(Said.wish(caller.memberId(), localId, body));
        requests.say(caller, path(), channel, localId, body).ifPresent(reply -> {
            told.add(answered(caller, localId, body, reply));
            if (n % REPEATED_ONE_IN == 0) {
                repeat(caller, talker, localId, body);
            }
        });
        Requests.rest(PACE);
    }

    /** The same again, and another text under the id of what was said; what came of it is seen in the end. */
    private void repeat(Caller caller, GuildhallClient talker, String localId, String body) {
        answer(() -> talker.post(path(), Map.of("localId", localId, "body", body)), 201)
                .ifPresent(reply -> told.add(answered(caller, localId, body, reply)));
        answer(() -> talker.post(path(), Map.of("localId", localId, "body", "What I never said")), 422);
    }

    private static Said answered(Caller caller, String localId, String body, Reply reply) {
        return new Said(
                caller.memberId(),
                localId,
                body,
                reply.text("messageId"),
                reply.json().path("sequence").asLong());
    }

    /** Each message that was told is there once, in one order that stays, and nothing that was refused. */
    void settles() {
        List<Said> history = history();
        assertThat(TalkCheck.findings(wishes, told, history, history())).isEmpty();
    }

    private List<Said> history() {
        List<Said> all = new ArrayList<>();
        boolean more = true;
        while (more) {
            long next = all.isEmpty() ? 0 : all.getLast().sequence() + 1;
            JsonNode page = history(talkers.getFirst(), next).orElseThrow().json();
            page.path("messages").valueStream().map(TalkingLoad::said).forEach(all::add);
            more = !page.path("foundNewest").asBoolean();
        }
        return all;
    }

    private Optional<Reply> history(GuildhallClient reader, long from) {
        return answer(() -> reader.get(path() + "?anchor=" + from + "&before=0&after=" + PAGE), 200, 403, 404);
    }

    private static Said said(JsonNode message) {
        return new Said(
                message.path("memberId").asString(),
                message.path("localId").asString(),
                message.path("body").asString(),
                message.path("messageId").asString(),
                message.path("sequence").asLong());
    }

    private String path() {
        return hall.path() + "/channels/" + channel + "/messages";
    }
}
