package io.guildhall.load;

import static io.guildhall.load.Requests.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.load.Requests.Caller;
import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.platform.id.Ids;
import io.guildhall.platform.testing.checker.CommandIds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Members who put other words in place of what they said, and take some of it back. */
final class RevisingLoad {

    private static final int PAGE = 200;
    private static final int TAKEN_BACK_ONE_IN = 3;
    private static final Duration PACE = Duration.ofSeconds(3);

    /** In place of the text of what was taken back. */
    private static final String GONE = "";

    private final Requests requests;
    private final Hall hall;
    private final String channel;
    private final List<GuildhallClient> members;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, String> told = new ConcurrentHashMap<>();

    /** @param members signed in; they are given access to a channel of the demo's owner */
    RevisingLoad(LocalStack stack, Requests requests, Callers callers, List<GuildhallClient> members) {
        this.requests = requests;
        this.hall = Hall.found(stack, "A hall of second thoughts");
        this.channel = hall.openChannel();
        this.members = members;
        for (GuildhallClient member : members) {
            var caller = Caller.of(member);
            hall.grant(caller.memberId(), "channel:" + channel);
            await().atMost(Duration.ofMinutes(1)).until(() -> page(member, 0).isPresent());
            callers.start("reviser-" + caller.memberId(), () -> sayAndRevise(caller));
        }
    }

    private void sayAndRevise(Caller caller) {
        int n = number.incrementAndGet();
        requests.say(caller, path(), channel, "draft-" + n, "Draft number " + n)
                .map(said -> said.text("messageId"))
                .ifPresent(message -> revise(caller, message, n));
        Requests.rest(PACE);
    }

    /** A message of which nobody knows what became is not looked at in the end. */
    private void revise(Caller caller, String message, int n) {
        String better = "Fair copy of number " + n;
        boolean reworded = reword(caller, message, better);
        if (n % TAKEN_BACK_ONE_IN != 0) {
            if (reworded) {
                told.put(message, better);
            }
        } else if (takeBack(caller, message)) {
            told.put(message, GONE);
        }
    }

    /** It may be refused as too late: time may go on by a month in between. */
    private boolean reword(Caller caller, String message, String better) {
        String path = path() + "/" + message;
        String key = requests.key();
        String request = CommandIds.of(caller.memberId(), "PUT", path, key);
        String command = Ids.derived("cmd", (request + "/0").getBytes(StandardCharsets.UTF_8));
        return requests.ask(
                        caller,
                        key,
                        "rewording",
                        command,
                        door -> door.send("PUT", path, Map.of("body", better), "Idempotency-Key", key))
                .isPresent();
    }

    private boolean takeBack(Caller caller, String message) {
        String path = path() + "/" + message;
        return requests.ask(
                        caller,
                        requests.key(),
                        "taking back",
                        "delete/" + message,
                        door -> door.send("DELETE", path, null))
                .isPresent();
    }

    /** Each message reads as its author was told last. */
    void settles() {
        Map<String, String> shown = new HashMap<>();
        long next = 0;
        boolean more = true;
        while (more) {
            JsonNode page = page(members.getFirst(), next).orElseThrow().json();
            for (JsonNode message : page.path("messages")) {
                shown.put(
                        message.path("messageId").asString(),
                        message.path("body").asString(GONE));
                next = Math.max(next, message.path("sequence").asLong() + 1);
            }
            more = !page.path("foundNewest").asBoolean();
        }
        assertThat(shown).containsAllEntriesOf(told);
    }

    private Optional<Reply> page(GuildhallClient reader, long from) {
        return answer(() -> reader.get(path() + "?anchor=" + from + "&before=0&after=" + PAGE), 200, 403, 404);
    }

    private String path() {
        return hall.path() + "/channels/" + channel + "/messages";
    }
}
