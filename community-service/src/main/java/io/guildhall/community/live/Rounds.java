package io.guildhall.community.live;

import io.guildhall.community.channel.Channels;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes round all who listen at this instance, again and again, and looks. */
@Component
class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int AT_ONCE = 500;

    private final Listeners listeners;
    private final Channels channels;
    private final List<Look> looks;
    private final Duration every;
    private @Nullable Thread thread;

    Rounds(Listeners listeners, Channels channels, List<Look> looks, LiveProperties properties) {
        this.listeners = listeners;
        this.channels = channels;
        this.looks = List.copyOf(looks);
        this.every = properties.accessEvery();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("chat-rounds").start(this::run);
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
            LOG.warn("Who listens to {} could not be looked at: {}", channelId, failure.toString());
        }
    }

    private void look(List<Subscription> listening) {
        for (int from = 0; from < listening.size(); from += AT_ONCE) {
            List<Subscription> some = listening.subList(from, Math.min(listening.size(), from + AT_ONCE));
            var channel = some.getFirst().channel();
            channels.find(channel.communityId(), channel.channelId())
                    .ifPresent(known -> looks.forEach(look -> look.at(known, some)));
        }
    }
}
