package io.guildhall.platform.axon;

import io.guildhall.platform.event.EventCodec;
import io.guildhall.platform.event.EventRegistry;
import io.guildhall.platform.event.EventType;
import io.guildhall.platform.event.InCommunity;
import io.guildhall.platform.log.Draft;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.Meta;
import io.guildhall.platform.log.Outcome;
import io.guildhall.platform.log.StoreUnavailable;
import io.guildhall.platform.log.StoredEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/** Turns events into a draft with all its metadata and waits until it is durable. */
final class Appending {

    private final EventLogs logs;
    private final EventRegistry registry;
    private final EventCodec codec;
    private final InstantSource clock;
    private final Duration patience;
    private final Timer time;

    Appending(
            EventLogs logs,
            EventRegistry registry,
            EventCodec codec,
            InstantSource clock,
            Duration patience,
            MeterRegistry meters) {
        this.logs = logs;
        this.time = Timer.builder("guildhall.append")
                .description("From a decided commit to its durable answer")
                .publishPercentileHistogram()
                .register(meters);
        this.registry = registry;
        this.codec = codec;
        this.clock = clock;
        this.patience = patience;
    }

    Draft draft(List<DomainEventMessage<?>> events, CommandContext context) {
        DomainEventMessage<?> first = events.getFirst();
        List<StoredEvent> stored = new ArrayList<>(events.size());
        for (DomainEventMessage<?> event : events) {
            stored.add(stored(event.getIdentifier(), event.getSequenceNumber(), event.getPayload(), context));
        }
        return new Draft(
                first.getAggregateIdentifier(),
                first.getSequenceNumber(),
                context.commandId(),
                first.getType(),
                community(first.getPayload()),
                stored);
    }

    StoredEvent stored(String id, long sequence, Object payload, CommandContext context) {
        EventType type = registry.of(payload.getClass());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new StoredEvent(id, type.name(), type.revision(), sequence, now, codec.write(payload), meta(context));
    }

    static @Nullable String community(Object payload) {
        return payload instanceof InCommunity event ? event.communityId() : null;
    }

    private static Map<String, String> meta(CommandContext context) {
        Map<String, String> meta = new LinkedHashMap<>();
        put(meta, Meta.ACTOR, context.actor());
        put(meta, Meta.REASON, context.reason());
        put(meta, Meta.CORRELATION, context.correlationId());
        put(meta, Meta.CAUSATION, context.causationId());
        put(meta, Meta.VALID_AT, context.validAt());
        return meta;
    }

    private static void put(Map<String, String> meta, String key, @Nullable Object value) {
        if (value != null) {
            meta.put(key, value.toString());
        }
    }

    /** @throws StoreUnavailable when it is not known whether the draft was stored */
    Outcome append(Draft draft) {
        return Objects.requireNonNull(time.record(() -> durable(draft)));
    }

    private Outcome durable(Draft draft) {
        try {
            return logs.of(draft.community()).appender().append(draft).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new StoreUnavailable("The append failed", failure);
        } catch (TimeoutException late) {
            throw new StoreUnavailable("The append got no answer in " + patience, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("Interrupted while appending", interrupted);
        }
    }
}
