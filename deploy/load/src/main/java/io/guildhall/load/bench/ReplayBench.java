package io.guildhall.load.bench;

import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.follow.FollowerStatus;
import io.guildhall.platform.follow.FollowerStatuses;
import io.guildhall.platform.follow.Followers;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.log.StoredEvent;
import java.util.List;

/** Events per second of a replay from the first event on, beside a loop that only reads the log and parses it. */
final class ReplayBench {

    private final LogReader reader;
    private final EventRegistry registry;
    private final EventCodec codec;
    private final Followers followers;
    private final FollowerStatuses statuses;

    ReplayBench(
            LogReader reader,
            EventRegistry registry,
            EventCodec codec,
            Followers followers,
            FollowerStatuses statuses) {
        this.reader = reader;
        this.registry = registry;
        this.codec = codec;
        this.followers = followers;
        this.statuses = statuses;
    }

    /** The followers must not have been started. One read model after the other is replayed. */
    List<Ratio> run() throws InterruptedException {
        readAndParse();
        double[] bare = {readAndParse(), readAndParse(), readAndParse()};
        long head = reader.head();
        long began = System.nanoTime();
        followers.start();
        double memory = head / secondsUntil("tally-totals", head, began);
        TallyViewProjection.MAY_BEGIN.countDown();
        began = System.nanoTime();
        double documents = head / secondsUntil("tally-views", head, began);
        return List.of(
                new Ratio("replay into memory", new double[] {memory}, bare, "events/s", 0.5),
                new Ratio("replay into documents", new double[] {documents}, bare, "events/s", 0.15));
    }

    private double secondsUntil(String follower, long head, long began) throws InterruptedException {
        while (position(follower) < head) {
            Thread.sleep(10);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private long position(String follower) {
        return statuses.onOwnLog().stream()
                .filter(status -> status.name().equals(follower))
                .mapToLong(FollowerStatus::position)
                .findFirst()
                .orElseThrow();
    }

    private double readAndParse() {
        long began = System.nanoTime();
        long position = 0;
        long events = 0;
        for (List<Commit> page = reader.after(position, 200); !page.isEmpty(); page = reader.after(position, 200)) {
            for (Commit commit : page) {
                for (StoredEvent event : commit.events()) {
                    Class<?> type = registry.byName(event.name()).orElseThrow().type();
                    if (codec.read(event.payload(), type) != null) {
                        events++;
                    }
                }
            }
            position = page.getLast().last();
        }
        return events / ((System.nanoTime() - began) / 1e9);
    }
}
