package io.guildhall.load;

import io.guildhall.local.client.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What became of many requests that were sent at the same time. */
final class Fates {

    private static final Set<Integer> REFUSALS = Set.of(429, 503);

    private final Queue<Long> served = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean ended;

    /** @param from {@link System#nanoTime} at which it was to be sent */
    void of(Supplier<Optional<Reply>> request, long from) {
        all.incrementAndGet();
        request.get().ifPresentOrElse(reply -> answered(reply, System.nanoTime() - from), unanswered::incrementAndGet);
    }

    private void answered(Reply reply, long nanos) {
        if (reply.ok()) {
            if (!ended) {
                served.add(nanos);
            }
        } else if (REFUSALS.contains(reply.status())
                && reply.header("Retry-After").isPresent()) {
            refused.incrementAndGet();
        } else {
            unexpected.add(reply.status() + " " + reply.body());
        }
    }

    /** Whoever is served from now on is served too late to count. */
    void end() {
        ended = true;
    }

    int all() {
        return all.get();
    }

    int served() {
        return served.size();
    }

    /** With a time to come back. */
    int refused() {
        return refused.get();
    }

    int unanswered() {
        return unanswered.get();
    }

    /** Answers that are neither. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** How many were served a second. */
    double rate(Duration of) {
        return served() / (of.toMillis() / 1e3);
    }

    /** Milliseconds within which so many per cent of the served were; 0 where nobody was. */
    double percentile(int percent) {
        long[] nanos = served.stream().mapToLong(Long::longValue).sorted().toArray();
        return nanos.length == 0 ? 0 : nanos[(nanos.length - 1) * percent / 100] / 1e6;
    }
}
