package io.guildhall.local.cli;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.client.Unreachable;
import io.guildhall.local.stack.ExitCode;
import io.guildhall.local.stack.StackFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** One restore of a service, asked for, followed and verified as an operator. */
final class Restore {

    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final int LOOK_MILLIS = 300;

    private final GuildhallClient operator;
    private final Progress progress;
    private final String path;

    /** @param service its short name */
    Restore(GuildhallClient operator, Progress progress, String service) {
        this.operator = operator;
        this.progress = progress;
        this.path = "/api/ops/" + service;
    }

    /**
     * Has the topic made anew.
     *
     * @throws StackFailure when that is refused
     */
    void topic() {
        Reply begun = operator.post(path + "/restore/topic", null);
        if (begun.status() == 409) {
            throw new StackFailure(ExitCode.REFUSED, begun.text("detail"));
        }
        begun.expect(202);
    }

    /**
     * Has what the log lacks appended, and returns when that is done; where nothing is heard of it for a while it is asked
     * for again, since its instance may have died.
     *
     * @throws StackFailure when log and topic contradict each other, or nothing moved for two minutes
     */
    void log() throws InterruptedException {
        var bar = new RestoreBar();
        long moved = System.nanoTime();
        long asked = moved;
        long before = -1;
        boolean begun = false;
        while (true) {
            if (!begun || System.nanoTime() - Math.max(asked, moved) > AGAIN.toNanos()) {
                begun |= ask();
                asked = System.nanoTime();
            }
            Optional<JsonNode> found = look("/restore/log");
            if (found.isPresent()) {
                JsonNode restore = found.get();
                long done = restore.path("done").asLong(0);
                String state = restore.path("state").asString("");
                String reason = restore.path("reason").asString("");
                begun |= state.equals("RUNNING");
                if (begun) { // else it is of an earlier one
                    progress.show(List.of(bar.line(done, restore.path("total").asLong(0), reason, System.nanoTime())));
                    if (state.equals("DONE")) {
                        progress.end();
                        return;
                    }
                    if (state.equals("REFUSED")) {
                        throw new StackFailure(ExitCode.REFUSED, reason);
                    }
                }
                if (done != before) {
                    moved = System.nanoTime();
                    before = done;
                }
            }
            pause(moved);
        }
    }

    /** @return whether it has begun; not while another one runs, or the service is away */
    private boolean ask() {
        try {
            Reply begun = operator.post(path + "/restore/log", null);
            return begun.status() != 409
                    && begun.status() < 500
                    && begun.expect(202).ok();
        } catch (Unreachable away) {
            return false;
        }
    }

    private void pause(long moved) throws InterruptedException {
        if (System.nanoTime() - moved > SILENCE.toNanos()) {
            throw new StackFailure(
                    ExitCode.NOT_READY,
                    "Nothing moves any more; ./guildhall status says why, and it can be restored again.");
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }

    /**
     * Returns when the topic holds every event of the logs. A service that is away meanwhile is waited for: it goes on
     * where it stood.
     *
     * @throws StackFailure when nothing moved for two minutes
     */
    void followPublication() throws InterruptedException {
        var bar = new RestoreBar();
        long moved = System.nanoTime();
        long before = -1;
        while (true) {
            Optional<JsonNode> status = look("/status");
            if (status.isPresent()) {
                List<JsonNode> logs = status.get().path("logs").valueStream().toList();
                long published = sum(logs, "published");
                long lag = sum(logs, "lag");
                progress.show(List.of(bar.line(published, published + lag, trouble(logs), System.nanoTime())));
                if (lag == 0 && trouble(logs).isEmpty()) {
                    progress.end();
                    return;
                }
                if (published != before) {
                    moved = System.nanoTime();
                    before = published;
                }
            }
            pause(moved);
        }
    }

    /** Compares log, topic and read models of the service. */
    JsonNode verify() {
        return operator.post(path + "/verify", null).expect(200).json();
    }

    private static long sum(List<JsonNode> logs, String field) {
        return logs.stream().mapToLong(log -> log.path(field).asLong(0)).sum();
    }

    private static String trouble(List<JsonNode> logs) {
        return logs.stream()
                .map(log -> log.path("trouble").asString(""))
                .filter(trouble -> !trouble.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Empty while the service is away. */
    private Optional<JsonNode> look(String what) {
        try {
            Reply reply = operator.get(path + what);
            return reply.status() >= 500
                    ? Optional.empty()
                    : Optional.of(reply.expect(200).json());
        } catch (Unreachable away) {
            return Optional.empty();
        }
    }
}
