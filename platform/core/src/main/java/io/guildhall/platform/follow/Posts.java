package io.guildhall.platform.follow;

import io.guildhall.platform.lease.Lease;
import io.guildhall.platform.lease.LeasedWork;
import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.log.LogTail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps followers on the own logs going, each under a claim, and tells what hinders them. */
final class Posts {

    private static final Logger LOG = LoggerFactory.getLogger(Posts.class);
    private static final Duration STAND_BY = Duration.ofMillis(500);

    private final Leases leases;
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    /** A follower, and who wakes it. */
    record Post(LogFollower follower, LogTail tail) {}

    Posts(Leases leases) {
        this.leases = leases;
    }

    /** What hinders followers at this moment, by follower. */
    Map<String, String> troubles() {
        return Map.copyOf(troubles);
    }

    List<LeasedWork.Standing> keep(List<Post> posts) {
        return posts.stream()
                .map(post -> leases.keep(post.follower().lease(), FollowerLease.LENGTH, new Following(post)))
                .toList();
    }

    /** Ends them all, and what is told of them. */
    void end(List<LeasedWork.Standing> standing, List<Post> posts) {
        standing.parallelStream().forEach(LeasedWork.Standing::close);
        posts.forEach(post -> troubles.remove(post.follower().id()));
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
