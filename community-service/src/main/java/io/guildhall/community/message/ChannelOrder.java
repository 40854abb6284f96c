package io.guildhall.community.message;

import io.guildhall.platform.follow.ReadPositions;
import io.guildhall.platform.log.EventLogs;
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

    private final EventLogs logs;
    private final ReadPositions positions;

    ChannelOrder(EventLogs logs, ReadPositions positions) {
        this.logs = logs;
        this.positions = positions;
    }

    /** The sequence of the newest fact, {@link #START} when nothing was said. */
    public long newest(String channelId) {
        return logs.lastOf(MessageStream.of(channelId))
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
        return logs.lastOf(MessageStream.of(channelId))
                .map(commit -> {
                    if (!positions.await(logs.position(commit), PATIENCE)) {
                        throw new StoreUnavailable(
                                "The messages of " + channelId + " are behind", new TimeoutException());
                    }
                    return commit.lastSequence();
                })
                .orElse(START);
    }
}
