package io.guildhall.poison;

import io.guildhall.platform.testing.SpoiledRecord;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One kind of what must stop no consumer.
 *
 * @param what becomes of the record of a good event
 * @param event whether it is one still, with a place in the log, which parks its stream
 * @param failure of the handler at a good event; {@code null} where the record is what is bad
 * @param reason part of what an operator reads
 */
record Poison(
        String name,
        UnaryOperator<ProducerRecord<String, byte[]>> what,
        boolean event,
        @Nullable Supplier<? extends Throwable> failure,
        String reason) {

    /** A record that is no event. */
    static Poison record(SpoiledRecord kind) {
        return new Poison(kind.name(), kind.what(), false, null, kind.reason());
    }

    /** An event whose data cannot be read. */
    static Poison data(String name, byte[] data, String reason) {
        return new Poison(name, record -> SpoiledRecord.withData(record, data), true, null, reason);
    }

    /** An event at which the handler fails. */
    static Poison handler(String name, Supplier<? extends Throwable> failure, String reason) {
        return new Poison(name, UnaryOperator.identity(), true, failure, reason);
    }

    @Override
    public String toString() {
        return name;
    }
}
