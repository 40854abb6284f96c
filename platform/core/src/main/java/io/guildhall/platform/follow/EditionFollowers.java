package io.guildhall.platform.follow;

import io.guildhall.platform.follow.Posts.Post;
import io.guildhall.platform.lease.LeasedWork;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets every edition of every projection that is kept and not paused follow its events, whatever instance was told so. The
 * first editions hear other services in the service's common consumer, each later one in a consumer group of its own, and
 * so does a first one that stood still.
 */
final class EditionFollowers {

    private static final Logger LOG = LoggerFactory.getLogger(EditionFollowers.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Components components;
    private final Editions editions;
    private final EditionStore store;
    private final Sources sources;
    private final Posts posts;
    private final Map<Edition, Feed> feeds = new ConcurrentHashMap<>();
    private @Nullable InboxConsumer common;
    private @Nullable Thread thread;

    private record Feed(
            List<Post> posts,
            List<LeasedWork.Standing> standing,
            @Nullable InboxConsumer inbox) {}

    EditionFollowers(Components components, Editions editions, EditionStore store, Sources sources, Posts posts) {
        this.components = components;
        this.editions = editions;
        this.store = store;
        this.sources = sources;
        this.posts = posts;
    }

    /** The first editions that are to follow their events. */
    List<Component> first() {
        return components
                .projections()
                .filter(projection ->
                        editions.now(projection.name()).following().contains(first(projection)))
                .toList();
    }

    private static Edition first(Component projection) {
        return Edition.of(projection.name(), Edition.FIRST);
    }

    /** @param common in which the first editions hear other services */
    void start(@Nullable InboxConsumer common) {
        this.common = common;
        adjust();
        thread = Thread.ofPlatform().daemon().name("editions").start(this::goOn);
    }

    private void goOn() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                try {
                    adjust();
                } catch (RuntimeException failure) {
                    LOG.warn("Editions stay as they are for now: {}", failure.toString());
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("Editions are looked at no more");
        }
    }

    /** It also spares requests the look at what is stored. */
    private void adjust() {
        editions.lookAgain();
        Set<Edition> wanted = new HashSet<>();
        components
                .projections()
                .forEach(projection ->
                        wanted.addAll(editions.of(projection.name()).following()));
        for (Edition edition : Set.copyOf(feeds.keySet())) {
            if (!wanted.contains(edition)) {
                end(edition);
            }
        }
        components.projections().map(EditionFollowers::first).forEach(first -> {
            if (!wanted.contains(first)) {
                leaveOut(first);
            }
        });
        components.projections().forEach(projection -> {
            Shelf shelf = editions.of(projection.name());
            for (Edition edition : shelf.following()) {
                if (!feeds.containsKey(edition)) {
                    begin(projection, edition);
                }
            }
            store.removeGone(projection, shelf);
        });
    }

    private void begin(Component projection, Edition edition) {
        store.prepare(projection, edition);
        Component component = projection.edition(edition);
        List<Post> own = sources.onOwnLogs(component);
        InboxConsumer inbox = isHeardInCommon(edition) ? null : sources.onTopics(List.of(component), component);
        feeds.put(edition, new Feed(own, posts.keep(own), inbox));
        if (inbox != null) {
            inbox.start();
        }
    }

    private void end(Edition edition) {
        Feed feed = feeds.remove(edition);
        if (feed == null) {
            return;
        }
        if (feed.inbox() != null) {
            feed.inbox().close();
        }
        posts.end(feed.standing(), feed.posts());
    }

    /** One that once stood still is not taken in again: the common consumer is far ahead of it. */
    private boolean isHeardInCommon(Edition edition) {
        return common != null && common.hearsFor(edition.follower());
    }

    /** Also one that never followed here: it may have been stopped while this instance began. */
    private void leaveOut(Edition first) {
        if (common != null) {
            common.leaveOut(first.follower());
        }
    }

    /** What hinders those that have a consumer of their own in other services' topics. */
    Map<String, String> troubles() {
        Map<String, String> all = new TreeMap<>();
        feeds.forEach((edition, feed) -> {
            if (feed.inbox() != null) {
                all.putAll(feed.inbox().troublesOf(edition.follower()));
            }
        });
        return all;
    }

    void stop() {
        Thread looking = thread;
        if (looking != null) {
            looking.interrupt();
            try {
                looking.join(Duration.ofSeconds(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        common = null;
        feeds.keySet().parallelStream().forEach(this::end);
    }
}
