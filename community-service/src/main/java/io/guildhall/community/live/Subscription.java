package io.guildhall.community.live;

import io.guildhall.community.channel.ChannelEntry;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection listening to one channel. It first catches up by reading the log, while the feed only notes how far the
 * channel has come; it goes live once it has read as far as the feed has noted. So nothing is missed and nothing waits in
 * memory.
 */
final class Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private final Connection connection;
    private final ChannelEntry channel;
    private long last;
    private long noted = -1;
    private boolean live;
    private ServerFrame.@Nullable Read told;
    private volatile boolean ended;

    Subscription(Connection connection, ChannelEntry channel) {
        this.connection = connection;
        this.channel = channel;
    }

    Connection connection() {
        return connection;
    }

    ChannelEntry channel() {
        return channel;
    }

    /** Who listens by these. */
    static Set<String> memberIds(Collection<Subscription> listening) {
        return listening.stream()
                .map(subscription -> subscription.connection().memberId())
                .collect(Collectors.toSet());
    }

    boolean isEnded() {
        return ended || !connection.wire().isOpen();
    }

    /** Nothing of it is told any more once this has returned. */
    synchronized void end() {
        ended = true;
    }

    /** @return false when nobody listens any more */
    synchronized boolean tell(String frame) {
        if (!isEnded()) {
            connection.wire().send(frame);
        }
        return !isEnded();
    }

    /** The first frame: how things stand. */
    synchronized void tell(ServerFrame.State state) {
        told = new ServerFrame.Read(state.channel(), state.readUpTo(), state.muted());
        tell(Frames.write(state));
    }

    /** Tells how far its member has read, unless that was told, or more. */
    synchronized void mark(long readUpTo, boolean muted) {
        var read = new ServerFrame.Read(channel.channelId(), readUpTo, muted);
        if (told != null && readUpTo >= told.readUpTo() && !read.equals(told)) {
            told = read;
            tell(Frames.write(read));
        }
    }

    /** Takes one fact from the feed; a fact that was told is not told again. */
    synchronized void deliver(long sequence, String frame) {
        if (!live) {
            noted = Math.max(noted, sequence);
        } else if (sequence > last && !isEnded()) {
            if (sequence == last + 1) {
                last = sequence;
                connection.wire().send(frame);
            } else {
                LOG.error("{} of {} follows {}", sequence, channel.channelId(), last);
                connection.wire().close(Closing.SLOW); // it comes back and reads the log
            }
        }
    }

    /**
     * @param reached the last sequence that was told from the log
     * @return false when the feed has seen more
     */
    synchronized boolean goLive(long reached) {
        if (noted > reached) {
            return false;
        }
        last = reached;
        live = true;
        return true;
    }
}
