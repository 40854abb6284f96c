package io.guildhall.load;

import static org.awaitility.Awaitility.await;

import io.guildhall.platform.testing.SpoiledRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands records on in order, and before some of the grants one record of each kind that none should write. */
final class Poisoning implements Consumer<List<ConsumerRecord<String, byte[]>>> {

    private static final int ONE_IN = 5;
    private static final String GRANTED = "member.grant.granted";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final OtherTopic to;
    private final CourseAside who;
    private final Iterator<SpoiledRecord> kinds = SpoiledRecord.KINDS.iterator();
    private final AtomicInteger poisoned = new AtomicInteger();
    private int grants;
    private volatile Duration worst = Duration.ZERO;
    private volatile String slowest = "";

    /** @param who hears it, and must know a grant behind each poison within 5 s */
    Poisoning(OtherTopic to, CourseAside who) {
        this.to = to;
        this.who = who;
    }

    @Override
    public void accept(List<ConsumerRecord<String, byte[]>> window) {
        for (ConsumerRecord<String, byte[]> record : window) {
            if (isGrant(record) && ++grants % ONE_IN == 0 && kinds.hasNext()) {
                poison(kinds.next(), record);
            } else {
                to.send(to.like(record));
            }
        }
        to.flush();
    }

    private void poison(SpoiledRecord kind, ConsumerRecord<String, byte[]> grant) {
        to.send(kind.what().apply(to.like(grant)));
        to.send(to.like(grant));
        to.flush();
        long began = System.nanoTime();
        await("what lies behind " + kind).atMost(LONGEST).until(() -> who.knows(grant.key()));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (took.compareTo(worst) > 0) {
            worst = took;
            slowest = kind.name();
        }
        poisoned.incrementAndGet();
    }

    private static boolean isGrant(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8).equals(GRANTED);
    }

    int poisoned() {
        return poisoned.get();
    }

    @Override
    public String toString() {
        return "%d kinds of poison; the longest wait behind one: %d ms, %s"
                .formatted(poisoned(), worst.toMillis(), slowest);
    }
}
