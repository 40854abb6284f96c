package io.guildhall.platform.axon;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.privacy.PersonalCipher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what an aggregate was behind each of its events. It is rebuilt from its first event on, in proportion to how many
 * there are, and from events whose personal texts are left out, so that no state holds one. Changes nothing.
 */
public final class AggregateHistory {

    private static final int PAGE = 100;
    private static final int MOST_BYTES = 2 << 20;

    /** @param state the aggregate's fields behind the event with this sequence */
    public record Step(long sequence, JsonNode state) {}

    /**
     * Some steps of an aggregate, at least one where the stream goes so far.
     *
     * @param before the state before the first of them, {@code null} before the stream's first event
     */
    public record Steps(@Nullable JsonNode before, List<Step> steps) {}

    private final EventLogs logs;
    private final DomainEvents events;
    private final Aggregates aggregates;
    private final EventStore store;
    private final JsonMapper states = StateMapper.create();

    /** @param events reads payloads as they are, without opening what is personal */
    AggregateHistory(EventLogs logs, DomainEvents events, Aggregates aggregates, EventStore store) {
        this.logs = logs;
        this.events = events;
        this.aggregates = aggregates;
        this.store = store;
    }

    /** @param type as it stands beside the commits of a stream; a plain stream has no aggregate */
    public boolean isAggregate(String type) {
        return aggregates.byType().containsKey(type);
    }

    /**
     * The steps from one event on; fewer than {@code limit} where their states are large.
     *
     * @return empty where there is no such aggregate
     */
    public Optional<Steps> of(String streamId, long from, int limit) {
        return logs.stream(streamId, 0, 1).stream()
                .findFirst()
                .flatMap(commit -> Optional.ofNullable(aggregates.byType().get(commit.type())))
                .map(type -> new Retelling<>(type, from, limit).of(streamId));
    }

    /** One walk over a stream. */
    private final class Retelling<T> {

        private final Class<T> type;
        private final long from;
        private final int limit;
        private final List<Step> steps = new ArrayList<>();
        private @Nullable EventSourcedAggregate<T> aggregate;
        private @Nullable JsonNode before;
        private int bytes;

        Retelling(Class<T> type, long from, int limit) {
            this.type = type;
            this.from = from;
            this.limit = limit;
        }

        Steps of(String streamId) {
            List<Commit> page = logs.stream(streamId, 0, PAGE);
            while (!page.isEmpty()) {
                page.forEach(this::take);
                if (full()) {
                    break;
                }
                page = logs.stream(streamId, page.getLast().lastSequence() + 1, PAGE);
            }
            return new Steps(before, List.copyOf(steps));
        }

        private void take(Commit commit) {
            for (StoredEvent event : commit.events()) {
                if (!full()) {
                    take(events.read(commit, event, PersonalCipher.redact(event.payload())));
                }
            }
        }

        private void take(DomainEventMessage<?> event) {
            EventSourcedAggregate<T> known = aggregate == null ? begun(event) : aggregate;
            aggregate = known;
            known.initializeState(DomainEventStream.of(event));
            if (event.getSequenceNumber() == from - 1) {
                before = states.valueToTree(known.getAggregateRoot());
            } else if (event.getSequenceNumber() >= from) {
                byte[] state = states.writeValueAsBytes(known.getAggregateRoot());
                bytes += state.length;
                steps.add(new Step(event.getSequenceNumber(), states.readTree(state)));
            }
        }

        private EventSourcedAggregate<T> begun(DomainEventMessage<?> first) {
            var model = AnnotatedAggregateMetaModelFactory.inspectAggregate(type);
            T root = new GenericAggregateFactory<>(model).createAggregateRoot(first.getAggregateIdentifier(), first);
            return EventSourcedAggregate.initialize(root, model, store, NoSnapshotTriggerDefinition.TRIGGER);
        }

        private boolean full() {
            return steps.size() >= limit || bytes > MOST_BYTES;
        }
    }
}
