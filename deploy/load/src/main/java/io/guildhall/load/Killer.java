package io.guildhall.load;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Kills with -9, each as often as every other and in an order of chance, and measures how long each takes to come back.
 * Nobody is killed who is not back yet.
 */
final class Killer {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** @param away from the kill until it was ready again */
    record Death(String victim, Duration away) {}

    private final Random random;
    private final List<Victim> victims = new ArrayList<>();
    private final Deque<Victim> next = new ArrayDeque<>();
    private final Queue<Death> deaths = new ConcurrentLinkedQueue<>();
    private final List<Thread> watches = new ArrayList<>();

    Killer(Random random, Collection<? extends Victim> victims) {
        this.random = random;
        this.victims.addAll(victims);
    }

    /** From now on these are among those who may be killed. */
    void add(Collection<? extends Victim> more) {
        victims.addAll(more);
        next.clear();
    }

    /** Kills so many in the same moment. */
    void kill(int atOnce) {
        List<Victim> doomed = new ArrayList<>();
        while (doomed.size() < atOnce) {
            Victim victim = draw();
            if (!doomed.contains(victim)) {
                await().atMost(LONGEST).until(victim::ready);
                doomed.add(victim);
            }
        }
        for (Victim victim : doomed) {
            long at = System.nanoTime();
            victim.kill();
            watches.add(Thread.ofVirtual().start(() -> watch(victim, at)));
        }
    }

    private Victim draw() {
        if (next.isEmpty()) {
            List<Victim> shuffled = new ArrayList<>(victims);
            Collections.shuffle(shuffled, random);
            next.addAll(shuffled);
        }
        return next.removeFirst();
    }

    private void watch(Victim victim, long at) {
        await().pollInterval(Duration.ofMillis(200)).atMost(LONGEST).until(victim::ready);
        deaths.add(new Death(victim.name(), Duration.ofNanos(System.nanoTime() - at)));
    }

    /** Waits until everybody is back; who does not come back is none of those. */
    List<Death> deaths() throws InterruptedException {
        for (Thread watch : watches) {
            watch.join();
        }
        return List.copyOf(deaths);
    }
}
