package io.guildhall.platform.follow;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.lease.Leases;
import io.guildhall.platform.log.EventLogs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares every read model of this service with one that is built anew beside it, while both go on. */
public final class Rebuilds {

    private static final int MOST_TRIES = 30;
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final ServiceName service;
    private final Components components;
    private final Editions editions;
    private final EventLogs logs;
    private final TopicReplay topics;
    private final Positions positions;
    private final MongoDeadLetters letters;
    private final EditionTemplate mongo;
    private final Leases leases;

    Rebuilds(
            ServiceName service,
            Components components,
            Editions editions,
            EventLogs logs,
            TopicReplay topics,
            Positions positions,
            MongoDeadLetters letters,
            EditionTemplate mongo,
            Leases leases) {
        this.service = service;
        this.components = components;
        this.editions = editions;
        this.logs = logs;
        this.topics = topics;
        this.positions = positions;
        this.letters = letters;
        this.mongo = mongo;
        this.leases = leases;
    }

    /** Findings by projection; a projection without a finding equals its rebuild. */
    public Map<String, List<String>> compareAll() {
        Map<String, List<String>> findings = new TreeMap<>();
        removeLeft();
        try (Scratch scratch = Scratch.take(leases)) {
            components
                    .projections()
                    .forEach(projection -> findings.put(projection.name(), compare(projection, scratch)));
        }
        return findings;
    }

    /** What verifications wrote that were killed: whoever still runs holds his label. */
    private void removeLeft() {
        Map<String, List<String>> byLabel = mongo.getCollectionNames().stream()
                .filter(name -> Scratch.labelOf(name).isPresent())
                .collect(Collectors.groupingBy(name -> Scratch.labelOf(name).orElseThrow()));
        byLabel.forEach((label, collections) -> {
            try (Scratch left = Scratch.take(leases, label).orElse(null)) {
                if (left != null) {
                    mongo.drop(collections);
                }
            }
        });
    }

    private List<String> compare(Component projection, Scratch scratch) {
        SortedMap<String, String> collections = mongo.collections(projection, scratch.edition(projection));
        mongo.drop(collections.values()); // one that was killed may have held the label until a moment ago
        try {
            List<String> findings = compare(projection, scratch.edition(projection), collections);
            scratch.requireHeld();
            return findings;
        } finally {
            mongo.drop(collections.values());
        }
    }

    /** The live read model moves on meanwhile: a difference counts only when it stays while nothing moves. */
    private List<String> compare(Component projection, Edition scratch, SortedMap<String, String> collections) {
        Edition live = editions.now(projection.name()).liveEdition();
        var rebuild = new Rebuild(
                service,
                live,
                projection.edition(scratch),
                () -> letters.withheld(live.follower()),
                logs,
                topics,
                positions,
                mongo,
                new Comparison(mongo.getDb(), mongo.collections(projection, live), collections));
        List<String> findings = List.of();
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            rebuild.catchUp();
            findings = rebuild.findings();
            if (findings.isEmpty()) {
                return findings;
            }
            pause();
        }
        return findings;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
