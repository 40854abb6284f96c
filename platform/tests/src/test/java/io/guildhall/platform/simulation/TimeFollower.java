package io.guildhall.platform.simulation;

import io.guildhall.platform.follow.DeadLetters;
import io.guildhall.platform.follow.SimulatedFollower.SimulatedComponent;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.log.StoredEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** How not to follow a log: by the time stamps that its writers gave, looking back a little for latecomers. */
final class TimeFollower {

    private static final long LOOK_BACK_MILLIS = 20;

    private final CommitStore store;
    private final SimulatedComponent component;
    private final DeadLetters letters;
    private final Set<String> delivered = new HashSet<>();
    private long newest;

    TimeFollower(CommitStore store, SimulatedComponent component, DeadLetters letters) {
        this.store = store;
        this.component = component;
        this.letters = letters;
    }

    void followWhile(BooleanSupplier held, Runnable awaitNews) {
        while (held.getAsBoolean()) {
            awaitNews.run();
            List<Commit> commits = store.from(1, 1_000);
            long from = newest - LOOK_BACK_MILLIS;
            for (Commit commit : commits) {
                long position = commit.position();
                for (StoredEvent event : commit.events()) {
                    long at = event.at().toEpochMilli();
                    if (at >= from && delivered.add(event.id())) {
                        component.deliver(House.LOG, commit, event, position, letters);
                        newest = Math.max(newest, at);
                    }
                    position++;
                }
            }
        }
    }
}
