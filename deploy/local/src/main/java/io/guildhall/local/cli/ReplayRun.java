package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.client.Unreachable;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** One replay from its start to its end, asked for and followed as an operator. */
final class ReplayRun {

    private static final String REPLAYS = "/api/analytics/replays";
    private static final Duration LAKE_CATCHES_UP = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final int LOOK_MILLIS = 200;

    private final GuildhallClient operator;
    private final Progress progress;
    private Duration took = Duration.ZERO;

    ReplayRun(GuildhallClient operator, Progress progress) {
        this.operator = operator;
        this.progress = progress;
    }

    /** When the newest event of the lake was recorded, once it holds every event; not waited for above 30 seconds. */
    String awaitWholeLake() throws InterruptedException {
        long latest = System.nanoTime() + LAKE_CATCHES_UP.toNanos();
        while (true) {
            JsonNode lake = operator.get("/api/analytics/lake").expect(200).json();
            if (lake.path("lag").asLong(0) == 0 || System.nanoTime() > latest) {
                return lake.path("newest").asString("");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /**
     * Starts a replay and returns it when it has finished. A service that is away meanwhile is waited for: it goes on
     * where it stood.
     *
     * @throws StackFailure when another one runs, or when nothing was heard of this one for two minutes
     */
    JsonNode follow() throws InterruptedException {
        Reply started = operator.post(
                REPLAYS, Map.of(), "Idempotency-Key", UUID.randomUUID().toString());
        if (started.problem().equals("replay-running")) {
            throw new StackFailure(ExitCode.REFUSED, started.text("detail"));
        }
        String replay = started.expect(202).text("replayId");
        long began = System.nanoTime();
        ReplayBar bar = new ReplayBar();
        long heard = began;
        while (true) {
            Optional<JsonNode> view = look(replay);
            long now = System.nanoTime();
            took = Duration.ofNanos(now - began);
            if (view.isPresent()) {
                heard = now;
                progress.show(List.of(bar.line(view.get(), took)));
                if (view.get().path("status").asString("").equals("finished")) {
                    progress.end();
                    return view.get();
                }
            } else if (now - heard > SILENCE.toNanos()) {
                throw new StackFailure(
                        ExitCode.NOT_READY,
                        "Nothing is heard of the replay " + replay + "; ./guildhall status says why.");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** How long the replay took, as seen from here. */
    Duration took() {
        return took;
    }

    /** Empty while it is not listed yet, or the service is away. */
    private Optional<JsonNode> look(String replay) {
        try {
            Reply reply = operator.get(REPLAYS + "/" + replay);
            boolean passing = reply.status() == 404 || reply.status() >= 502 && reply.status() <= 504;
            return passing ? Optional.empty() : Optional.of(reply.expect(200).json());
        } catch (Unreachable away) {
            return Optional.empty();
        }
    }
}
