package io.guildhall.community.live;

import io.guildhall.community.channel.ChannelEntry;
import io.guildhall.community.live.ServerFrame.State;
import io.guildhall.community.message.ChatMessages;
import io.guildhall.community.message.MessageEvent;
import io.guildhall.community.message.MessageStream;
import io.guildhall.community.message.Reading;
import io.guildhall.community.message.Unread;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.EventLogs;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins and ends subscriptions: listen first, then say how things stand, then tell what is behind that, then go live. */
@Component
class Subscribing {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribing.class);
    private static final int AT_ONCE = 200;

    private final Listeners listeners;
    private final EventLogs logs;
    private final ChannelFacts facts;
    private final Reading reading;
    private final ChatMessages messages;
    private final int stateEvents;

    Subscribing(
            Listeners listeners,
            EventLogs logs,
            ChannelFacts facts,
            Reading reading,
            ChatMessages messages,
            LiveProperties properties) {
        this.listeners = listeners;
        this.logs = logs;
        this.facts = facts;
        this.reading = reading;
        this.messages = messages;
        this.stateEvents = properties.stateEvents();
    }

    /** @param afterSeq the last sequence that the client knows */
    void begin(Connection connection, ChannelEntry channel, @Nullable Long afterSeq) {
        var subscription = new Subscription(connection, channel);
        Subscription before = connection.listensTo(subscription);
        if (before != null) {
            listeners.remove(before);
        }
        listeners.add(subscription);
        Unread unread = unread(subscription);
        long newest = unread.newest();
        long known = afterSeq == null ? newest - stateEvents : Math.min(afterSeq, newest);
        long after = Math.max(unread.first() - 1, known);
        subscription.tell(new State(
                channel.channelId(),
                channel.name(),
                channel.closed(),
                channel.slowMode().toSeconds(),
                newest,
                after,
                unread.readUpTo(),
                unread.muted(),
                unread.unread(),
                unread.mentions()));
        Thread.ofVirtual().name("chat-catch-up").start(() -> catchUp(subscription, after, unread.first()));
        if (!connection.wire().isOpen()) {
            end(subscription); // it closed meanwhile, and nobody else would
        }
    }

    /** By a read model that knows it: what is deleted up to there is told no more. */
    private Unread unread(Subscription subscription) {
        try {
            return reading.unread(
                    subscription.channel(), subscription.connection().memberId());
        } catch (RuntimeException failure) {
            end(subscription);
            throw failure;
        }
    }

    /** @return false when its connection listens by another one already, or no more */
    boolean end(Subscription subscription) {
        listeners.remove(subscription);
        return subscription.connection().forget(subscription);
    }

    private void catchUp(Subscription subscription, long after, long first) {
        try {
            String stream = MessageStream.of(subscription.channel().channelId());
            long reached = after;
            while (!subscription.isEnded()) {
                List<Commit> commits = logs.stream(stream, reached + 1, AT_ONCE);
                List<ChannelFact> behind = commits.stream()
                        .flatMap(commit -> facts.of(commit).stream())
                        .toList();
                Set<String> hidden = hiddenOf(behind, first);
                for (ChannelFact fact : behind) {
                    subscription.connection().wire().awaitRoom();
                    if (!subscription.tell(Frames.write(fact.frame(hidden)))) {
                        return;
                    }
                    reached = fact.sequence();
                }
                if (commits.size() < AT_ONCE && subscription.goLive(reached)) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warn("{} could not be read on", subscription.channel().channelId(), failure);
            subscription.connection().wire().close(Closing.SLOW);
        }
    }

    private Set<String> hiddenOf(List<ChannelFact> behind, long first) {
        Set<String> told = behind.stream()
                .map(ChannelFact::event)
                .filter(Objects::nonNull)
                .map(MessageEvent::messageId)
                .collect(Collectors.toSet());
        return messages.hiddenOf(told, first);
    }
}
