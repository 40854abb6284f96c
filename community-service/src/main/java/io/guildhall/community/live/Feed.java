package io.guildhall.community.live;

import io.guildhall.community.message.MessageStream;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.EventLogs;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells this instance's listeners what is said, whichever instance it was said at: it follows each log by its dense
 * positions, so it passes nothing and needs to remember nothing.
 */
@Component
class Feed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int MOST_COMMITS = 500;

    private final EventLogs logs;
    private final ChannelFacts facts;
    private final Listeners listeners;
    private final Newcomers newcomers;
    private List<Thread> threads = List.of();

    Feed(EventLogs logs, ChannelFacts facts, Listeners listeners, Newcomers newcomers) {
        this.logs = logs;
        this.facts = facts;
        this.listeners = listeners;
        this.newcomers = newcomers;
    }

    @Override
    public void start() {
        threads = logs.all().stream().map(this::followed).toList();
    }

    @Override
    public void stop() {
        threads.forEach(Thread::interrupt);
        threads = List.of();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    /** Behind the log, before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    private Thread followed(EventLog log) {
        long head = log.reader().head();
        return Thread.ofVirtual().name("chat-feed").start(() -> follow(log, head));
    }

    private void follow(EventLog log, long head) {
        long position = head;
        boolean well = true;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (log.tail().awaitBeyond(position, LOOK)) {
                    for (Commit commit : log.tail().after(position, MOST_COMMITS)) {
                        tell(commit);
                        position = commit.last();
                    }
                }
                well = true;
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                if (well) {
                    LOG.warn("The chat feed of {} stands at {} and goes on from there", log.name(), position, failure);
                }
                well = false;
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private void tell(Commit commit) {
        if (!commit.type().equals(MessageStream.TYPE)) {
            return;
        }
        Collection<Subscription> listening = listeners.of(MessageStream.channelOf(commit.streamId()));
        if (listening.isEmpty()) {
            return;
        }
        for (ChannelFact fact : facts.of(commit)) {
            tell(fact, listening);
        }
    }

    private void tell(ChannelFact fact, Collection<Subscription> listening) {
        Set<String> blind = newcomers.to(fact, listening);
        String frame = Frames.write(fact.frame(Set.of()));
        String textless = blind.isEmpty() ? frame : Frames.write(fact.textless());
        for (Subscription subscription : listening) {
            boolean hidden = blind.contains(subscription.connection().memberId());
            subscription.deliver(fact.sequence(), hidden ? textless : frame);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }
}
