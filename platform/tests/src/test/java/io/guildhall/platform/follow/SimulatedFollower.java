package io.guildhall.platform.follow;

import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.OrderedCommits;
import io.guildhall.platform.log.StoredEvent;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Opens a follower of the own log to the simulation. */
public final class SimulatedFollower {

    private final LogFollower follower;

    public SimulatedFollower(
            LogName log,
            OrderedCommits commits,
            SimulatedComponent component,
            DeadLetters letters,
            Positions positions,
            LongSupplier nanos) {
        follower = new LogFollower(log, commits, component.delivery(letters), positions, null, nanos);
    }

    /** The loop of one owner, as in {@link Followers}. */
    public void followWhile(BooleanSupplier held, LongConsumer awaitBeyond) {
        long position = follower.position();
        while (held.getAsBoolean()) {
            awaitBeyond.accept(position);
            position = follower.follow(position, held::getAsBoolean);
        }
    }

    /** A projection or policy with the name under which it follows. */
    public record SimulatedComponent(String name, Object handlers) {

        private static final EventCodec CODEC = new EventCodec(List.of());

        /** Brings a parked event once more, as the operator's desk does. */
        public void again(DeadLetters letters, Envelope envelope) {
            delivery(letters).again(envelope);
        }

        /** Brings one event of the own log. */
        public void deliver(LogName log, Commit commit, StoredEvent event, long position, DeadLetters letters) {
            Delivery delivery = delivery(letters);
            delivery.beginBatch();
            delivery.deliver(Envelopes.of(log, commit, event, position));
        }

        Delivery delivery(DeadLetters letters) {
            return new Delivery(name, new Handlers(handlers, CODEC), letters);
        }
    }
}
