package io.guildhall.platform.follow;

import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.EventLogs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Compares every read model of this service with one that is built anew beside it, while both go on. */
public final class Rebuilds {

    private static final int MOST_TRIES = 30;
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final ServiceName service;
    private final Components components;
    private final EventLogs logs;
    private final TopicReplay topics;
    private final Positions positions;
    private final MongoDeadLetters letters;
    private final MongoTemplate mongo;
    private final RebuildDatabases databases;

    Rebuilds(
            ServiceName service,
            Components components,
            EventLogs logs,
            TopicReplay topics,
            Positions positions,
            MongoDeadLetters letters,
            MongoTemplate mongo,
            RebuildDatabases databases) {
        this.service = service;
        this.components = components;
        this.logs = logs;
        this.topics = topics;
        this.positions = positions;
        this.letters = letters;
        this.mongo = mongo;
        this.databases = databases;
    }

    /** Findings by projection; a projection without a finding equals its rebuild. */
    public Map<String, List<String>> compareAll() {
        Map<String, List<String>> findings = new TreeMap<>();
        for (Component component : components.all()) {
            if (component.isProjection()) {
                findings.put(component.name(), compare(component));
            }
        }
        return findings;
    }

    /** The live read model moves on meanwhile: a difference counts only when it stays while nothing moves. */
    private List<String> compare(Component projection) {
        try (Rebuild rebuild = begin(projection)) {
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
    }

    private Rebuild begin(Component projection) {
        MongoDatabase beside = databases.getMongoDatabase(
                databases.name() + "_rebuild_" + UUID.randomUUID().toString().substring(0, 8));
        List<String> collections = projection.keeps().stream()
                .map(mongo::getCollectionName)
                .sorted()
                .toList();
        return new Rebuild(
                service,
                projection,
                logs,
                topics,
                positions,
                letters.withheld(projection.name()),
                mongo,
                databases.getMongoDatabase(),
                beside,
                collections);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
