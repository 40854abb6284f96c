package io.guildhall.platform.axon;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.Draft;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.Outcome.Conflict;
import io.guildhall.platform.log.Outcome.Repeated;
import io.guildhall.platform.log.Outcome.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Lets Axon's aggregates load from the log and store in it; what follows events reads the log itself. */
final class LogStorageEngine implements EventStorageEngine {

    private static final int PAGE = 500;

    private final Appending appending;
    private final EventLogs logs;
    private final DomainEvents domainEvents;
    private final Snapshots snapshots;

    LogStorageEngine(Appending appending, EventLogs logs, DomainEvents domainEvents, Snapshots snapshots) {
        this.appending = appending;
        this.logs = logs;
        this.domainEvents = domainEvents;
        this.snapshots = snapshots;
    }

    /**
     * @throws ConcurrencyException when another command was first on the aggregate
     * @throws IllegalStateException when one command changes two aggregates
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Invocation invocation = Invocation.get();
        invocation.requireNothingStored();
        Draft draft = appending.draft(domainEvents(messages), invocation.context);
        switch (appending.append(draft)) {
            case Stored(Commit commit) -> invocation.stored(commit);
            case Repeated(Commit commit) -> throw new CommandRepeated(commit);
            case Conflict(String stream, long sequence) ->
                throw new ConcurrencyException("Another command was first on %s at %d".formatted(stream, sequence));
        }
    }

    private static List<DomainEventMessage<?>> domainEvents(List<? extends EventMessage<?>> messages) {
        List<DomainEventMessage<?>> events = new ArrayList<>(messages.size());
        for (EventMessage<?> message : messages) {
            if (!(message instanceof DomainEventMessage<?> event)) {
                throw new IllegalStateException("Only aggregates publish events: " + message.getPayloadType());
            }
            if (!events.isEmpty()
                    && !events.getFirst().getAggregateIdentifier().equals(event.getAggregateIdentifier())) {
                throw new IllegalStateException("One command changes one aggregate: %s and %s"
                        .formatted(events.getFirst().getAggregateIdentifier(), event.getAggregateIdentifier()));
            }
            events.add(event);
        }
        return events;
    }

    @Override
    public DomainEventStream readEvents(String streamId, long firstSequence) {
        var last = new AtomicReference<@Nullable Long>();
        Stream<DomainEventMessage<?>> events = Stream.iterate(
                        page(streamId, firstSequence),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.of()
                                : page(streamId, page.getLast().lastSequence() + 1))
                .flatMap(List::stream)
                .flatMap(commit ->
                        commit.events().stream().map(event -> domainEvents.read(commit, event, event.payload())));
        return DomainEventStream.of(events.peek(event -> last.set(event.getSequenceNumber())), last::get);
    }

    private List<Commit> page(String streamId, long fromSequence) {
        return logs.stream(streamId, fromSequence, PAGE);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String streamId) {
        return snapshots.read(streamId);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String streamId) {
        return logs.lastOf(streamId).map(Commit::lastSequence);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("Followers read the log, not Axon's event store");
    }
}
