package io.guildhall.platform.publish;

import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.LogReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Opens publication to the simulation: the publisher's loop over simulated ports. */
public final class SimulatedPublication {

    /** How far a publisher came, as it is stored. */
    public record Reached(long position, Map<Integer, Long> lastOfPartition) {
        public static final Reached NOTHING = new Reached(0, Map.of());
    }

    /** Stores how far publication has come; false when another publisher has taken over. */
    public interface Storing {
        boolean store(Reached reached, long epoch);
    }

    private final Publication publication;
    private final Progress progress;

    /** @param send whether every record was acknowledged */
    public SimulatedPublication(
            LogName log,
            CommitStore store,
            Predicate<List<ProducerRecord<String, byte[]>>> send,
            Supplier<Reached> load,
            Storing storing) {
        progress = new Progress() {
            @Override
            public Published load() {
                Reached reached = load.get();
                return new Published(reached.position(), reached.lastOfPartition(), null);
            }

            @Override
            public boolean store(Published published, long epoch) {
                return storing.store(new Reached(published.position(), published.lastOfPartition()), epoch);
            }
        };
        TopicWriter writer = (batch, meanwhile) -> {
            meanwhile.run();
            if (!send.test(batch)) {
                throw new PublishFailed("A record was not acknowledged", new IllegalStateException());
            }
        };
        publication = new Publication(new LogReader(store), new EventRecords(log), writer, progress);
    }

    /**
     * @param awaitBeyond waits until the log may reach beyond a position
     * @throws RuntimeException what ends a publisher's term of office
     */
    public void publishWhile(BooleanSupplier held, long epoch, LongConsumer awaitBeyond) {
        Published published = progress.load();
        while (held.getAsBoolean()) {
            awaitBeyond.accept(published.position());
            if (held.getAsBoolean()) {
                Optional<Published> reached = publication.publish(published, epoch);
                if (reached.isEmpty()) {
                    return;
                }
                published = reached.get();
            }
        }
    }

    /** Whether this failure ends a term of office and is no defect. */
    public static boolean isFailedSend(RuntimeException failure) {
        return failure instanceof PublishFailed;
    }
}
