package io.guildhall.platform.axon;

import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.StoredEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Reads stored events as Axon's aggregates understand them. */
record DomainEvents(EventRegistry registry, EventCodec codec) {

    /** @throws IllegalStateException when no class reads the event any more */
    DomainEventMessage<?> read(Commit commit, StoredEvent event, String payload) {
        Class<?> type = registry.byName(event.name())
                .orElseThrow(() -> new IllegalStateException("No class reads the stored event " + event.name()))
                .type();
        return new GenericDomainEventMessage<Object>(
                commit.type(),
                commit.streamId(),
                event.sequence(),
                codec.read(payload, type),
                MetaData.emptyInstance(),
                event.id(),
                event.at());
    }
}
