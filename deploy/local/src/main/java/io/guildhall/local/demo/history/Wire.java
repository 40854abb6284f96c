package io.guildhall.local.demo.history;

import io.guildhall.local.client.GuildhallClient;
import io.guildhall.local.client.Reply;
import io.guildhall.local.client.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends requests in anybody's name, each until it has an answer that tells something: what is away or busy passes. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(40);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final GuildhallClient anyone;

    /** @param anyone whose connections are shared by all who send */
    Wire(GuildhallClient anyone) {
        this.anyone = anyone;
    }

    GuildhallClient anyone() {
        return anyone;
    }

    Reply get(String path, String token) {
        return patiently(() -> anyone.get(path, "Authorization", "Bearer " + token));
    }

    /** @param key the same for the same wish, so that sending it again is safe */
    Reply send(String method, String path, @Nullable Object body, String token, String key) {
        return patiently(
                () -> anyone.send(method, path, body, "Authorization", "Bearer " + token, "Idempotency-Key", key));
    }

    /** Presses a button of the payment provider's page. */
    Reply press(String checkout, String button) {
        return patiently(() ->
                anyone.send("POST", checkout, "action=" + button, "Content-Type", "application/x-www-form-urlencoded"));
    }

    static Reply patiently(Supplier<Reply> request) {
        Instant latest = Instant.now().plus(PATIENCE);
        Duration pause = LOOK;
        while (true) {
            try {
                Reply reply = request.get();
                boolean passes =
                        PASSING.contains(reply.status()) || reply.problem().equals("in-progress");
                if (!passes || Instant.now().isAfter(latest)) {
                    return reply;
                }
            } catch (Unreachable away) {
                if (Instant.now().isAfter(latest)) {
                    throw away;
                }
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Looks again and again until it is so. */
    static void until(String what, BooleanSupplier condition) {
        until(what, LOOK, condition);
    }

    static void until(String what, Duration between, BooleanSupplier condition) {
        Instant latest = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(latest)) {
                throw new IllegalStateException("Still not so after " + PATIENCE.toSeconds() + " s: " + what);
            }
            sleep(between);
        }
    }

    static void sleep(Duration span) {
        try {
            TimeUnit.MILLISECONDS.sleep(span.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
