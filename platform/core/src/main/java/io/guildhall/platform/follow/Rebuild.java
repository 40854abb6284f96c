package io.guildhall.platform.follow;

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
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.MongoOperations;

/** Builds one projection's read models anew in an edition of their own, up to where the live ones are, and compares. */
final class Rebuild {

    private static final int PAGE = 500;
    private static final int MOST_FINDINGS = 20;

    private final ServiceName service;
    private final Edition live;
    private final Component rebuilt;
    private final Supplier<Set<String>> withheld;
    private final EventLogs logs;
    private final TopicReplay topics;
    private final Positions positions;
    private final MongoOperations mongo;
    private final Comparison comparison;
    private final Map<LogName, Long> reached = new HashMap<>();
    private final Map<ServiceName, Places> places = new HashMap<>();
    private final List<String> failures = new ArrayList<>();

    /**
     * @param rebuilt an edition of the projection that nobody else knows
     * @param withheld positions of what had no effect on the live edition up to where it is
     */
    Rebuild(
            ServiceName service,
            Edition live,
            Component rebuilt,
            Supplier<Set<String>> withheld,
            EventLogs logs,
            TopicReplay topics,
            Positions positions,
            MongoOperations mongo,
            Comparison comparison) {
        this.service = service;
        this.live = live;
        this.rebuilt = rebuilt;
        this.withheld = withheld;
        this.logs = logs;
        this.topics = topics;
        this.positions = positions;
        this.mongo = mongo;
        this.comparison = comparison;
    }

    /** Brings the rebuilt read models to where the live ones are now. @return whether there was anything to do */
    boolean catchUp() {
        boolean moved = false;
        for (EventLog log : logs.all()) {
            moved |= follow(log);
        }
        for (String other : rebuilt.handlers().services()) {
            if (!other.equals(service.value())) {
                moved |= followTopic(new ServiceName(other));
            }
        }
        return moved;
    }

    private boolean follow(EventLog log) {
        long target = positions.of(live.follower(), log.name().lasting());
        Set<String> without = withheld.get();
        long position = reached.getOrDefault(log.name(), 0L);
        boolean moved = position < target;
        while (position < target) {
            List<Commit> page = log.reader().after(position, PAGE).stream()
                    .takeWhile(commit -> commit.last() <= target)
                    .toList();
            if (page.isEmpty()) {
                return moved;
            }
            together(() -> page.forEach(commit -> handle(log.name(), commit, without)));
            position = page.getLast().last();
            reached.put(log.name(), position);
        }
        return moved;
    }

    private void handle(LogName log, Commit commit, Set<String> without) {
        long at = commit.position();
        for (StoredEvent event : commit.events()) {
            handle(Envelopes.of(log, commit, event, at++), without);
        }
    }

    /** Sends writes together, or where that fails, which may be half done, all again one after the other. */
    private void together(Runnable work) {
        try {
            PendingWrites.together(mongo, work);
        } catch (PendingWrites.Refused _) {
            work.run();
        }
    }

    private boolean followTopic(ServiceName other) {
        Places target = positions.ofTopic(live.follower(), other.value());
        Places from = places.getOrDefault(other, Places.START).in(target.topic());
        if (target.offsets().equals(from.offsets())) {
            return false;
        }
        Set<String> without = withheld.get();
        Places reached = topics.replay(other.topic(), from, target, envelope -> handle(envelope, without));
        places.put(other, reached);
        return true;
    }

    private void handle(Envelope envelope, Set<String> without) {
        if (without.contains(envelope.fact().position().toString())) {
            return;
        }
        try {
            rebuilt.handlers().handle(envelope);
        } catch (RuntimeException failure) {
            failures.add(envelope.fact().position() + ": " + Delivery.describe(failure));
        }
    }

    /** What differs between the live and the rebuilt read models, and what could not be rebuilt; at most 20 findings. */
    List<String> findings() {
        List<String> findings = new ArrayList<>(failures);
        comparison.run(pair -> findings.add(pair.difference().told()) && findings.size() < MOST_FINDINGS);
        return findings.subList(0, Math.min(findings.size(), MOST_FINDINGS));
    }
}
