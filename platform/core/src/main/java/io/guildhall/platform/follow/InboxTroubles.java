package io.guildhall.platform.follow;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What hinders the inboxes at this moment: one of them in one partition, or all of them. */
final class InboxTroubles {

    private static final Logger LOG = LoggerFactory.getLogger(InboxTroubles.class);
    private static final String ALL = "inbox";

    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    Map<String, String> told() {
        return Map.copyOf(troubles);
    }

    /** Whether a trouble that is told under this key hinders what the follower hears of the topic. */
    static boolean concerns(String key, String follower, String topic) {
        return key.equals(ALL) || key.equals(of(follower, ALL)) || key.startsWith(of(follower, topic + "-"));
    }

    /** @return whether nothing hindered it there before */
    boolean hinders(Inbox inbox, TopicPartition partition, String what) {
        boolean first = troubles.put(key(inbox, partition), what) == null;
        if (first) {
            LOG.error("{} holds: {}", key(inbox, partition), what);
        }
        return first;
    }

    /** @return whether nothing hindered it there before */
    boolean ahead(Inbox inbox, TopicPartition partition, TopicRecord read) {
        long last = inbox.last(read.log(), partition.partition());
        String next = read.envelope().fact().position().toString();
        return hinders(inbox, partition, "an event between %d and %s is missing".formatted(last, next));
    }

    void goesOn(Inbox inbox, TopicPartition partition) {
        troubles.remove(key(inbox, partition));
    }

    void hinderAll(Throwable failure) {
        if (troubles.put(ALL, Delivery.describe(failure)) == null) {
            LOG.warn("The inbox starts again from what is stored", failure);
        }
    }

    boolean hinderedAll() {
        return troubles.containsKey(ALL);
    }

    void allGoOn() {
        if (troubles.remove(ALL) != null) {
            LOG.info("The inbox goes on");
        }
    }

    /** These partitions are another's now, and so are their troubles. */
    void forget(Collection<TopicPartition> gone) {
        gone.forEach(partition -> troubles.keySet().removeIf(key -> key.endsWith("@" + partition)));
    }

    void forget(String follower) {
        troubles.keySet().removeIf(key -> key.startsWith(of(follower, "")));
    }

    /** What is told of a consumer that hears for one follower alone. */
    Map<String, String> toldOf(String follower) {
        Map<String, String> told = new HashMap<>(troubles);
        String all = told.remove(ALL);
        if (all != null) {
            told.put(of(follower, ALL), all);
        }
        return told;
    }

    private static String key(Inbox inbox, TopicPartition partition) {
        return of(inbox.follower(), partition.toString());
    }

    private static String of(String follower, String what) {
        return follower + "@" + what;
    }
}
