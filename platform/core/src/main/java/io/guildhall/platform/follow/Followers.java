package io.guildhall.platform.follow;

import io.guildhall.platform.follow.Posts.Post;
import io.guildhall.platform.lease.LeasedWork;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Keeps every projection and policy of this service going: on each of the own logs under a claim, on topics by consumers. */
public final class Followers implements SmartLifecycle {

    private final Components components;
    private final Editions editions;
    private final EditionFollowers readModels;
    private final Sources sources;
    private final Posts posts;
    private final Runnable before;
    private final boolean autoStart;
    private List<Post> ofPolicies = List.of();
    private List<LeasedWork.Standing> standing = List.of();
    private @Nullable InboxConsumer inbox;
    private boolean running;

    Followers(
            Components components,
            Editions editions,
            EditionFollowers readModels,
            Sources sources,
            Posts posts,
            Runnable before,
            boolean autoStart) {
        this.components = components;
        this.editions = editions;
        this.readModels = readModels;
        this.sources = sources;
        this.posts = posts;
        this.before = before;
        this.autoStart = autoStart;
    }

    /** What hinders policies and live read models at this moment, by follower. */
    public Map<String, String> troubles() {
        Map<String, String> told = all();
        components
                .projections()
                .flatMap(projection -> editions.of(projection.name()).besideEdition().stream())
                .forEach(edition -> told.keySet().removeIf(key -> concerns(key, edition)));
        return told;
    }

    /** What hinders one edition of a projection, whether live or not. */
    Stream<String> troublesOf(Edition edition) {
        return all().entrySet().stream()
                .filter(trouble -> concerns(trouble.getKey(), edition))
                .map(Map.Entry::getValue);
    }

    private static boolean concerns(String key, Edition edition) {
        return key.startsWith(edition.follower() + "@");
    }

    private Map<String, String> all() {
        Map<String, String> all = new TreeMap<>(posts.troubles());
        all.putAll(readModels.troubles());
        InboxConsumer common = inbox;
        if (common != null) {
            all.putAll(common.troubles());
        }
        return all;
    }

    @Override
    public void start() {
        running = true;
        before.run();
        List<Component> policies = components.all().stream()
                .filter(component -> !component.isProjection())
                .toList();
        ofPolicies = policies.stream()
                .flatMap(policy -> sources.onOwnLogs(policy).stream())
                .toList();
        standing = posts.keep(ofPolicies);
        InboxConsumer common = sources.onTopics(
                Stream.concat(policies.stream(), readModels.first().stream()).toList(), null);
        inbox = common;
        readModels.start(common);
        if (common != null) {
            common.start();
        }
    }

    @Override
    public void stop() {
        if (inbox != null) {
            inbox.close();
        }
        readModels.stop();
        posts.end(standing, ofPolicies);
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
}
