package io.guildhall.platform.restore;

import io.guildhall.platform.follow.ReceivedEvent;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.EventLog;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Appends to one log what its topic holds beyond its end, each commit as it was, acknowledged by a majority. All that the
 * log still has is compared first. Broken off it goes on behind what it appended. With the last append the log is whole,
 * and commands may come at once.
 */
final class LogFromTopic {

    private static final int PAGE = 500;
    private static final int MOST_COMMITS = 200;
    private static final long MOST_CHARACTERS = 4L * 1024 * 1024;

    private final EventLogs logs;
    private final EventLog log;
    private final TopicEvents events;
    private final LongConsumer reached;
    private final LongConsumer beforeLast;
    private final List<Commit> waiting = new ArrayList<>();
    private long characters;

    /**
     * @param reached takes the position that was compared or appended, and may end the work by an exception
     * @param beforeLast takes the position at which the log will end, before the last append
     */
    LogFromTopic(EventLogs logs, EventLog log, TopicEvents events, LongConsumer reached, LongConsumer beforeLast) {
        this.logs = logs;
        this.log = log;
        this.events = events;
        this.reached = reached;
        this.beforeLast = beforeLast;
    }

    /**
     * @return how many events were appended
     * @throws NotRestorable when log and topic contradict each other, or the topic has a hole
     */
    long run() {
        long head = log.reader().head();
        Optional<Commit> last = compare(head);
        if (last.map(Commit::last).orElse(0L) < head) {
            return 0; // the topic ends before
        }
        var commits = new Commits(last.map(Commit::position).orElse(0L), log.store()::lastOf);
        for (ReceivedEvent event = events.next(); event != null; event = events.next()) {
            commits.add(event).ifPresent(this::take);
        }
        commits.end().ifPresent(this::take);
        if (!waiting.isEmpty()) {
            beforeLast.accept(waiting.getLast().last());
            append();
        }
        return log.reader().head() - head;
    }

    /** @return the last commit that both have */
    private Optional<Commit> compare(long head) {
        Optional<Commit> last = Optional.empty();
        long position = 0;
        while (position < head) {
            for (Commit commit : log.reader().after(position, PAGE)) {
                for (StoredEvent stored : commit.events()) {
                    ReceivedEvent published = events.next();
                    if (published == null) {
                        return last;
                    }
                    requireSame(stored, published);
                }
                position = commit.last();
                last = Optional.of(commit);
            }
            reached.accept(position);
        }
        return last;
    }

    private void requireSame(StoredEvent stored, ReceivedEvent published) {
        if (!stored.id().equals(published.event().id())) {
            throw new NotRestorable("Position %d of %s is %s in the topic and %s in the log"
                    .formatted(
                            published.position(), log.name(), published.event().id(), stored.id()));
        }
    }

    private void take(Commit commit) {
        if (waiting.size() >= MOST_COMMITS || characters >= MOST_CHARACTERS) {
            append();
        }
        waiting.add(commit);
        characters += commit.events().stream()
                .mapToLong(event -> event.payload().length())
                .sum();
    }

    private void append() {
        waiting.forEach(commit -> logs.keep(commit.community(), log));
        int stored = log.store().insert(waiting);
        if (stored < waiting.size()) {
            throw new NotRestorable("Position %d of %s, or what its commit did, is in the log already"
                    .formatted(waiting.get(stored).position(), log.name()));
        }
        reached.accept(waiting.getLast().last());
        waiting.clear();
        characters = 0;
    }
}
