package io.guildhall.platform.follow;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.guildhall.platform.ServiceName;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.LogName;
import io.guildhall.platform.log.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/** Builds one projection's read models anew in a database of their own, up to where the live ones are, and compares. */
final class Rebuild implements AutoCloseable {

    private static final int PAGE = 500;
    private static final int MOST_FINDINGS = 20;

    private final ServiceName service;
    private final Component projection;
    private final EventLogs logs;
    private final TopicReplay topics;
    private final Positions positions;
    private final Set<String> withheld;
    private final MongoOperations mongo;
    private final MongoDatabase live;
    private final MongoDatabase rebuilt;
    private final List<String> collections;
    private final Map<LogName, Long> reached = new HashMap<>();
    private final Map<ServiceName, Places> places = new HashMap<>();
    private final List<String> failures = new ArrayList<>();

    /** @param withheld ids of the dead letters that the live projection did not handle */
    Rebuild(
            ServiceName service,
            Component projection,
            EventLogs logs,
            TopicReplay topics,
            Positions positions,
            Set<String> withheld,
            MongoOperations mongo,
            MongoDatabase live,
            MongoDatabase rebuilt,
            List<String> collections) {
        this.service = service;
        this.projection = projection;
        this.logs = logs;
        this.topics = topics;
        this.positions = positions;
        this.withheld = withheld;
        this.mongo = mongo;
        this.live = live;
        this.rebuilt = rebuilt;
        this.collections = collections;
    }

    /** Brings the rebuilt read models to where the live ones are now. @return whether there was anything to do */
    boolean catchUp() {
        boolean moved = false;
        for (EventLog log : logs.all()) {
            moved |= follow(log);
        }
        for (String other : projection.handlers().services()) {
            if (!other.equals(service.value())) {
                moved |= followTopic(new ServiceName(other));
            }
        }
        return moved;
    }

    private boolean follow(EventLog log) {
        long target = positions.of(projection.name(), log.name().lasting());
        long position = reached.getOrDefault(log.name(), 0L);
        boolean moved = position < target;
        while (position < target) {
            List<Commit> page = log.reader().after(position, PAGE).stream()
                    .takeWhile(commit -> commit.last() <= target)
                    .toList();
            if (page.isEmpty()) {
                return moved;
            }
            together(() -> page.forEach(commit -> handle(log.name(), commit)));
            position = page.getLast().last();
            reached.put(log.name(), position);
        }
        return moved;
    }

    private void handle(LogName log, Commit commit) {
        long at = commit.position();
        for (StoredEvent event : commit.events()) {
            handle(Envelopes.of(log, commit, event, at++));
        }
    }

    /** Sends writes together, or where that fails, which may be half done, all again one after the other. */
    private void together(Runnable work) {
        ScopedValue.where(RebuildDatabases.REBUILD, rebuilt.getName()).run(() -> {
            try {
                PendingWrites.together(mongo, work);
            } catch (PendingWrites.Refused _) {
                work.run();
            }
        });
    }

    private boolean followTopic(ServiceName other) {
        Places target = positions.ofTopic(projection.name(), other.value());
        Places from = places.getOrDefault(other, Places.START);
        if (target.offsets().equals(from.offsets())) {
            return false;
        }
        Places reached = topics.replay(other.topic(), from, target, this::handle);
        places.put(other, reached);
        return true;
    }

    private void handle(Envelope envelope) {
        String letter = projection.name() + "/" + envelope.fact().position();
        if (!projection.handlers().hears(envelope.fact().name()) || withheld.contains(letter)) {
            return;
        }
        try {
            ScopedValue.where(RebuildDatabases.REBUILD, rebuilt.getName())
                    .run(() -> projection.handlers().handle(envelope));
        } catch (RuntimeException failure) {
            failures.add(envelope.fact().position() + ": " + Delivery.describe(failure));
        }
    }

    /** What differs between the live and the rebuilt read models, and what could not be rebuilt; at most 20 findings. */
    List<String> findings() {
        List<String> findings = new ArrayList<>(failures);
        for (String collection : collections) {
            compare(collection, findings);
        }
        return findings.subList(0, Math.min(findings.size(), MOST_FINDINGS));
    }

    private void compare(String collection, List<String> findings) {
        var ours = new Pages(live, collection);
        var theirs = new Pages(rebuilt, collection);
        Document left = ours.next();
        Document right = theirs.next();
        while ((left != null || right != null) && findings.size() < MOST_FINDINGS) {
            int order = order(left, right);
            if (order < 0) {
                findings.add(collection + ": " + id(left) + " should not be there");
                left = ours.next();
            } else if (order > 0) {
                findings.add(collection + ": " + id(right) + " is missing");
                right = theirs.next();
            } else {
                if (!Objects.equals(content(left), content(right))) {
                    findings.add(collection + ": " + id(left) + " differs");
                }
                left = ours.next();
                right = theirs.next();
            }
        }
    }

    /** Without how far it has come, of which a live one also remembers older generations. */
    private static Document content(@Nullable Document document) {
        var content = new Document(Objects.requireNonNull(document));
        content.remove(ReadModel.SEEN);
        return content;
    }

    private static int order(@Nullable Document left, @Nullable Document right) {
        if (left == null || right == null) {
            return left == null ? 1 : -1;
        }
        return id(left).compareTo(id(right));
    }

    private static String id(@Nullable Document document) {
        return document == null ? "" : String.valueOf(document.get("_id"));
    }

    @Override
    public void close() {
        rebuilt.drop();
    }

    /** The documents of a collection in the order of their ids, which are strings. */
    private static final class Pages {

        private final MongoDatabase database;
        private final String collection;
        private List<Document> page = List.of();
        private int next;
        private String last = "";
        private boolean ended;

        Pages(MongoDatabase database, String collection) {
            this.database = database;
            this.collection = collection;
        }

        @Nullable
        Document next() {
            if (next == page.size() && !ended) {
                page = database.getCollection(collection)
                        .find(Filters.gt("_id", last))
                        .sort(Sorts.ascending("_id"))
                        .limit(PAGE)
                        .into(new ArrayList<>());
                ended = page.size() < PAGE;
                next = 0;
            }
            if (next == page.size()) {
                return null;
            }
            Document document = page.get(next++);
            last = id(document);
            return document;
        }
    }
}
