package io.guildhall.community.live;

import io.guildhall.community.access.Decision;
import io.guildhall.community.channel.ChannelAccess;
import io.guildhall.community.channel.Channels;
import io.guildhall.community.live.ServerFrame.AccessEnded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks again and again whether those who listen still may, by what is known and by the clock; who may not is told so. */
@Component
class AccessWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AccessWatch.class);
    private static final int AT_ONCE = 500;

    private final Listeners listeners;
    private final Channels channels;
    private final ChannelAccess access;
    private final Subscribing subscribing;
    private final Duration every;
    private @Nullable Thread thread;

    AccessWatch(
            Listeners listeners,
            Channels channels,
            ChannelAccess access,
            Subscribing subscribing,
            LiveProperties properties) {
        this.listeners = listeners;
        this.channels = channels;
        this.access = access;
        this.subscribing = subscribing;
        this.every = properties.accessEvery();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("chat-access").start(this::run);
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(every);
                Set.copyOf(listeners.channelIds()).forEach(this::tryToLook);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** A channel that fails hinders no other. */
    private void tryToLook(String channelId) {
        try {
            look(List.copyOf(listeners.of(channelId)));
        } catch (RuntimeException failure) {
            LOG.warn("Who listens to {} could not be checked: {}", channelId, failure.toString());
        }
    }

    private void look(Collection<Subscription> listening) {
        for (List<Subscription> some : inParts(listening)) {
            var channel = some.getFirst().channel();
            Set<String> memberIds = new HashSet<>();
            some.forEach(subscription -> memberIds.add(subscription.connection().memberId()));
            channels.find(channel.communityId(), channel.channelId())
                    .ifPresent(known -> end(some, access.decide(known, memberIds)));
        }
    }

    private void end(List<Subscription> listening, Map<String, Decision> decisions) {
        for (Subscription subscription : listening) {
            Connection connection = subscription.connection();
            Decision decision = decisions.getOrDefault(connection.memberId(), Decision.NO_GRANT);
            if (decision != Decision.ALLOWED && subscribing.end(subscription)) {
                connection.send(new AccessEnded(subscription.channel().channelId(), decision.text()));
            }
        }
    }

    private static List<List<Subscription>> inParts(Collection<Subscription> listening) {
        List<Subscription> all = new ArrayList<>(listening);
        List<List<Subscription>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
