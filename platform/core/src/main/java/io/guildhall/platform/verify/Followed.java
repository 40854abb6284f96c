package io.guildhall.platform.verify;

import io.guildhall.platform.follow.FollowerStatuses;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.publish.Publisher;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether everything that follows the log, and every inbox, comes to where events ended when it was asked. */
final class Followed {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final LogReader reader;
    private final Publisher publisher;
    private final FollowerStatuses followers;
    private final Duration patience;

    Followed(LogReader reader, Publisher publisher, FollowerStatuses followers) {
        this(reader, publisher, followers, PATIENCE);
    }

    /** @param patience how long those who are behind may take */
    Followed(LogReader reader, Publisher publisher, FollowerStatuses followers, Duration patience) {
        this.reader = reader;
        this.publisher = publisher;
        this.followers = followers;
        this.patience = patience;
    }

    /** Waits for them, and finds each that does not come. */
    void await(Check behind) {
        long head = reader.head();
        Set<String> arrived = new HashSet<>();
        Map<String, Long> missing = missing(head, arrived);
        long latest = System.nanoTime() + patience.toNanos();
        while (!missing.isEmpty() && System.nanoTime() < latest && rest()) {
            missing = missing(head, arrived);
        }
        missing.forEach((who, events) -> behind.found("%s has not seen %d events".formatted(who, events)));
    }

    /** Of inboxes, which are told of ever more, it is enough that they were at the end once. */
    private Map<String, Long> missing(long head, Set<String> arrived) {
        Map<String, Long> missing = new TreeMap<>();
        missing.put("publisher", head - publisher.position());
        followers.onOwnLog().forEach(each -> missing.put(each.name(), head - each.position()));
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
