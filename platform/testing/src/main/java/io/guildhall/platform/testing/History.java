package io.guildhall.platform.testing;

import static java.util.Objects.requireNonNull;

import io.guildhall.platform.event.EventName;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.follow.Heard;
import io.guildhall.platform.log.LogPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events with the facts around them, as a follower would be told them: the own log's by position, another service's by
 * the sequence of their stream. Each became true one second after the one before, from {@link #START} on.
 */
public final class History {

    /** The first event became true then. */
    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final List<Told> told = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private @Nullable String community = "com_1";
    private @Nullable String actor;

    /** An event and what is known about it. */
    public record Told(Object event, Fact fact) {}

    /** The community of the events that follow; {@code com_1} unless said. */
    public History inCommunity(@Nullable String communityId) {
        community = communityId;
        return this;
    }

    /** Who caused the events that follow; nobody unless said. */
    public History by(@Nullable String actorId) {
        actor = actorId;
        return this;
    }

    /** Events of the own log, which bear {@link EventName}. */
    public History own(Object... events) {
        for (Object event : events) {
            EventName name = requireNonNull(event.getClass().getAnnotation(EventName.class), "no @EventName");
            add(event, name.value(), name.revision(), "own", true);
        }
        return this;
    }

    /** Events of one stream of another service, which bear {@link Heard}. */
    public History heard(String streamId, Object... events) {
        for (Object event : events) {
            Heard name = requireNonNull(event.getClass().getAnnotation(Heard.class), "no @Heard");
            add(event, name.value(), 1, streamId, false);
        }
        return this;
    }

    /** All of it, oldest first. */
    public List<Told> told() {
        return List.copyOf(told);
    }

    /** What is known about the newest event. */
    public Fact fact() {
        return told.getLast().fact();
    }

    private void add(Object event, String name, int revision, String streamId, boolean own) {
        String service = name.substring(0, name.indexOf('.'));
        long position = told.size() + 1L;
        long sequence = sequences.merge(streamId, 1L, Long::sum) - 1;
        Instant at = START.plusSeconds(told.size());
        Fact fact = new Fact(
                service,
                new LogPosition(service + ".0", position),
                service + "-event-" + position,
                name,
                revision,
                streamId,
                sequence,
                community,
                at,
                at,
                actor,
                "correlation-" + position,
                own);
        told.add(new Told(event, fact));
    }
}
