package io.guildhall.platform.verify;

import io.guildhall.platform.follow.FollowerStatuses;
import io.guildhall.platform.publish.Publisher;
import io.guildhall.platform.publish.Publishers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether everything that follows the logs, and every inbox, comes to where events ended when it was asked. */
final class Followed {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Publishers publishers;
    private final FollowerStatuses followers;
    private final Duration patience;

    Followed(Publishers publishers, FollowerStatuses followers) {
        this(publishers, followers, PATIENCE);
    }

    /** @param patience how long those who are behind may take */
    Followed(Publishers publishers, FollowerStatuses followers, Duration patience) {
        this.publishers = publishers;
        this.followers = followers;
        this.patience = patience;
    }

    /** Waits for them, and finds each that does not come. */
    void await(Check behind) {
        Map<String, Long> heads = heads();
        Set<String> arrived = new HashSet<>();
        Map<String, Long> missing = missing(heads, arrived);
        long latest = System.nanoTime() + patience.toNanos();
        while (!missing.isEmpty() && System.nanoTime() < latest && rest()) {
            missing = missing(heads, arrived);
        }
        missing.forEach((who, events) -> behind.found("%s has not seen %d events".formatted(who, events)));
    }

    private Map<String, Long> heads() {
        return publishers.all().stream()
                .map(Publisher::log)
                .collect(Collectors.toMap(
                        log -> log.name().toString(), log -> log.reader().head()));
    }

    /** Of inboxes, which are told of ever more, it is enough that they were at the end once. */
    private Map<String, Long> missing(Map<String, Long> heads, Set<String> arrived) {
        Map<String, Long> missing = new TreeMap<>();
        for (Publisher publisher : publishers.all()) {
            String log = publisher.log().name().toString();
            missing.put("publisher of " + log, heads.getOrDefault(log, 0L) - publisher.position());
        }
        followers
                .onOwnLog()
                .forEach(each -> missing.put(
                        each.name() + " of " + each.source(), heads.getOrDefault(each.source(), 0L) - each.position()));
        followers.onTopics().forEach(each -> missing.put(each.name() + " of " + each.source(), each.lag()));
        missing.forEach((who, events) -> {
            if (events <= 0) {
                arrived.add(who);
            }
        });
        missing.keySet().removeAll(arrived);
        return missing;
    }

    private static boolean rest() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
