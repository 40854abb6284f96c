package io.guildhall.platform.axon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Keeps aggregates that were used lately. Another instance may have written to the stream of one meanwhile, so what was
 * decided on it counts only once it is stored at its sequence, which nobody else has taken then; {@link Commands} has
 * everything else decided again on what the log holds. An aggregate leaves this repository while a command uses it and
 * comes back once that is stored, so that what a failed command did to it is never seen.
 */
final class KeptRepository<T> extends EventSourcingRepository<T> {

    private static final int MOST_KEPT = 5_000;
    private static final Duration KEPT_UNUSED = Duration.ofMinutes(5);

    private final Cache<String, EventSourcedAggregate<T>> kept = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterAccess(KEPT_UNUSED)
            .build();

    private KeptRepository(Builder<T> builder) {
        super(builder);
    }

    static <T> KeptRepository<T> of(Class<T> aggregate, Configuration axon, SnapshotTriggerDefinition snapshots) {
        Builder<T> builder = EventSourcingRepository.builder(aggregate)
                .eventStore(axon.eventStore())
                .lockFactory(PessimisticLockFactory.usingDefaults())
                .snapshotTriggerDefinition(snapshots)
                .repositoryProvider(axon::repository);
        return new KeptRepository<>(builder);
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String streamId, @Nullable Long expectedVersion) {
        EventSourcedAggregate<T> aggregate = kept.asMap().remove(streamId);
        return aggregate != null && Invocation.get().mayUseKept()
                ? aggregate
                : super.doLoadWithLock(streamId, expectedVersion);
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
        super.doSaveWithLock(aggregate);
        CurrentUnitOfWork.get().afterCommit(_ -> kept.put(aggregate.identifierAsString(), aggregate));
    }
}
