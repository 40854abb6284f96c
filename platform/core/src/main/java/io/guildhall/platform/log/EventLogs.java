package io.guildhall.platform.log;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The logs of this service. Everything of one community lies in one log, and what belongs to no community in the first;
 * so each stream lies in one log, and whoever looks for a stream or a command need not know in which.
 */
public final class EventLogs {

    private final List<EventLog> logs;
    private final LogAssignments assignments;
    private volatile @Nullable String refusing;

    /** @param logs by their numbers, from 0; at least one */
    EventLogs(List<EventLog> logs, LogAssignments assignments) {
        this.logs = List.copyOf(logs);
        this.assignments = assignments;
    }

    public List<EventLog> all() {
        return logs;
    }

    /** @throws IllegalStateException when a community lies in a log that is not open here */
    void requireAllOpen() {
        assignments.requireBelow(logs.size());
    }

    /**
     * Where a community's events lie; one that is new here is assigned for ever.
     *
     * @throws StoreUnavailable when it was assigned to a log that this instance does not open
     */
    public EventLog of(@Nullable String community) {
        return logs.get(community == null ? 0 : assignments.of(community, logs.size()));
    }

    /**
     * To be called before something is decided on what the logs hold.
     *
     * @throws LogSetBack when they lack what was published
     */
    public void requireWhole() {
        String why = refusing;
        if (why != null) {
            throw new LogSetBack(why);
        }
    }

    /**
     * Lets nothing be decided or appended and no community be assigned from now on.
     *
     * @param why {@code null} when it is allowed again
     */
    public void refuse(@Nullable String why) {
        refusing = why;
        assignments.refuse(why);
        logs.forEach(log -> log.appender().refuse(why));
    }

    /**
     * Stores where a community's events lie, before one of them is restored there.
     *
     * @throws LogBroken when they lie elsewhere
     */
    public void keep(@Nullable String community, EventLog log) {
        int number = log.name().number();
        if (community != null) {
            assignments.keep(community, number);
        } else if (number != 0) {
            throw new LogBroken("What belongs to no community lies in the first log, not in " + log.name());
        }
    }

    /** @param name as positions have it; empty when it is no log of this service, or an older generation of one */
    public Optional<EventLog> named(String name) {
        return logs.stream().filter(log -> log.name().toString().equals(name)).findFirst();
    }

    /** The position of a commit's last event. */
    public LogPosition position(Commit commit) {
        return of(commit.community()).position(commit.last());
    }

    /** The commit that holds the event at a position of a log of this service. */
    public Optional<Commit> containing(LogPosition position) {
        return named(position.log()).flatMap(log -> log.store().containing(position.number()));
    }

    /** Commits of one stream that start at {@code fromSequence} or later, ascending. */
    public List<Commit> stream(String streamId, long fromSequence, int limit) {
        for (EventLog log : logs) {
            List<Commit> found = log.store().stream(streamId, fromSequence, limit);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The same from the commit on that holds the event with a sequence, which may begin before it. */
    public List<Commit> streamHolding(String streamId, long sequence, int limit) {
        return first(store -> store.holding(streamId, sequence))
                .map(commit -> stream(streamId, commit.firstSequence(), limit))
                .orElse(List.of());
    }

    public Optional<Commit> lastOf(String streamId) {
        return first(store -> store.lastOf(streamId));
    }

    public Optional<Commit> byCommand(String commandId) {
        return first(store -> store.byCommand(commandId));
    }

    /** The same by linearizable reads; see {@link CommitStore#byCommandForSure}. */
    public Optional<Commit> byCommandForSure(String commandId) {
        return first(store -> store.byCommandForSure(commandId));
    }

    private Optional<Commit> first(Function<MongoCommitStore, Optional<Commit>> asked) {
        return logs.stream()
                .map(log -> asked.apply(log.store()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
