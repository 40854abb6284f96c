package io.guildhall.platform.follow;

import io.guildhall.platform.lease.Lease;
import io.guildhall.platform.lease.LeasedWork;
import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.log.LogTail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps every projection and policy of this service going: on each of the own logs under a claim, on topics by one consumer. */
public final class Followers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration STAND_BY = Duration.ofMillis(500);

    private final List<Post> posts;
    private final @Nullable InboxConsumer inbox;
    private final Leases leases;
    private final Runnable before;
    private final boolean autoStart;
    private final List<LeasedWork.Standing> standing = new ArrayList<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private boolean running;

    /** A follower, and who wakes it. */
    record Post(LogFollower follower, LogTail tail) {}

    Followers(List<Post> posts, @Nullable InboxConsumer inbox, Leases leases, Runnable before, boolean autoStart) {
        this.posts = posts;
        this.inbox = inbox;
        this.leases = leases;
        this.before = before;
        this.autoStart = autoStart;
    }

    /** What hinders followers at this moment, by follower. */
    public Map<String, String> troubles() {
        Map<String, String> all = new java.util.TreeMap<>(troubles);
        if (inbox != null) {
            all.putAll(inbox.troubles());
        }
        return all;
    }

    @Override
    public void start() {
        running = true;
        before.run();
        for (Post post : posts) {
            standing.add(leases.keep("follower/" + post.follower().id(), LEASE, new Following(post)));
        }
        if (inbox != null) {
            inbox.start();
        }
    }

    @Override
    public void stop() {
        if (inbox != null) {
            inbox.close();
        }
        standing.parallelStream().forEach(LeasedWork.Standing::close);
        standing.clear();
        running = false;
    }

    @Override
    public boolean isAutoStartup() {
        return autoStart;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Behind the log and the publisher, before the web server. */
    @Override
    public int getPhase() {
        return -100;
    }

    private final class Following implements LeasedWork {

        private final LogFollower follower;
        private final LogTail tail;

        Following(Post post) {
            follower = post.follower();
            tail = post.tail();
        }

        @Override
        public void run(Lease lease) throws InterruptedException {
            try {
                long position = follower.position();
                while (lease.held()) {
                    if (tail.awaitBeyond(position, STAND_BY)) {
                        position = follower.follow(position, lease::held);
                    }
                    if (troubles.remove(follower.id()) != null) {
                        LOG.info("{} goes on at {}", follower.id(), position);
                    }
                }
            } catch (RuntimeException | Error failure) {
                if (troubles.put(follower.id(), Delivery.describe(failure)) == null) {
                    LOG.warn("{} failed and starts again from what is stored", follower.id(), failure);
                }
            }
        }

        @Override
        public void standsBy() {
            troubles.remove(follower.id());
        }
    }
}
