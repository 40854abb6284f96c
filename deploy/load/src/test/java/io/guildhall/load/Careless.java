package io.guildhall.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hands records on as nobody should: of each window some come too early, late or twice; then, as from a publisher that
 * begins again, all of them in order.
 */
final class Careless implements Consumer<List<ConsumerRecord<String, byte[]>>> {

    private final OtherTopic to;
    private final Random random;
    private final Runnable atFirst;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger tooEarly = new AtomicInteger();

    /** @param atFirst called when a record is too early for the first time, before the missing one comes */
    Careless(OtherTopic to, long seed, Runnable atFirst) {
        this.to = to;
        this.random = new Random(seed);
        this.atFirst = atFirst;
    }

    @Override
    public void accept(List<ConsumerRecord<String, byte[]>> window) {
        List<ConsumerRecord<String, byte[]>> careless = new ArrayList<>();
        window.forEach(record -> careless.addAll(Collections.nCopies(random.nextInt(3), record)));
        Collections.shuffle(careless, random);
        long furthest = window.getFirst().offset() - 1;
        for (ConsumerRecord<String, byte[]> record : careless) {
            send(record);
            if (record.offset() > furthest + 1 && tooEarly.getAndIncrement() == 0) {
                to.flush();
                atFirst.run();
            }
            furthest = Math.max(furthest, record.offset());
        }
        window.forEach(this::send);
        to.flush();
    }

    private void send(ConsumerRecord<String, byte[]> record) {
        to.send(to.like(record));
        sent.incrementAndGet();
    }

    /** How many records it has sent. */
    int sent() {
        return sent.get();
    }

    /** How many records came before one that belongs before them. */
    int tooEarly() {
        return tooEarly.get();
    }
}
