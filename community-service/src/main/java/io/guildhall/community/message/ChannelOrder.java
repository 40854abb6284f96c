package io.guildhall.community.message;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.follow.ReadPositions;
import io.guildhall.platform.log.CommitStore;
import io.guildhall.platform.log.LogPosition;
import io.guildhall.platform.log.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** How far a channel has come, by the log itself. */
@Component
public class ChannelOrder {

    /** Stands before the first fact of a channel. */
    public static final long START = -1;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommitStore store;
    private final ReadPositions positions;
    private final ServiceName service;

    ChannelOrder(CommitStore store, ReadPositions positions, ServiceName service) {
        this.store = store;
        this.positions = positions;
        this.service = service;
    }

    /** The sequence of the newest fact, {@link #START} when nothing was said. */
    public long newest(String channelId) {
        return store.lastOf(MessageStream.of(channelId))
                .map(commit -> commit.lastSequence())
                .orElse(START);
    }

    /**
     * Waits until the read model knows the newest fact.
     *
     * @return its sequence
     * @throws StoreUnavailable when the read model stays behind
     */
    public long awaitNewest(String channelId) {
        return store.lastOf(MessageStream.of(channelId))
                .map(commit -> {
                    if (!positions.await(new LogPosition(service.log(), commit.last()), PATIENCE)) {
                        throw new StoreUnavailable(
                                "The messages of " + channelId + " are behind", new TimeoutException());
                    }
                    return commit.lastSequence();
                })
                .orElse(START);
    }
}
