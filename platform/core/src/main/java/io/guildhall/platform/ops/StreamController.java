package io.guildhall.platform.ops;

import io.guildhall.platform.axon.AggregateHistory;
import io.guildhall.platform.axon.AggregateHistory.Steps;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.privacy.PersonalCipher;
import io.guildhall.platform.problem.BadField;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Operator;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows the events of one stream as they were recorded and what they made of its aggregate, without personal fields. */
@Operator
@RestController
@RequestMapping("/ops/streams")
class StreamController {

    private static final int PAGE = 100;

    /** An aggregate is rebuilt from its first event on, so that a page far behind would take long. */
    private static final int MOST_STEPS = 10_000;

    /**
     * A stream of this service.
     *
     * @param aggregate whether its events make up an aggregate, which has states
     * @param last the sequence of its newest event
     */
    record Stream(String streamId, String type, @Nullable String community, boolean aggregate, long last) {}

    record Streams(List<Stream> items) {}

    record Event(
            long position,
            long sequence,
            String id,
            String name,
            int revision,
            Instant at,
            Map<String, String> meta,
            JsonNode payload) {}

    /**
     * @param log in which the stream lies; an event's place is its name and the event's position
     * @param next the sequence to go on from, {@code null} at the end
     */
    record EventStream(
            String log,
            String streamId,
            String type,
            @Nullable String community,
            boolean aggregate,
            long last,
            List<Event> events,
            @Nullable Long next) {}

    private final EventLogs logs;
    private final AggregateHistory history;
    private final JsonMapper mapper;

    StreamController(EventLogs logs, AggregateHistory history, JsonMapper mapper) {
        this.logs = logs;
        this.history = history;
        this.mapper = mapper;
    }

    @GetMapping
    @Operation(summary = "The stream of an id", description = "One, or none where this service has no such stream.")
    Streams find(@RequestParam String id) {
        return new Streams(logs
                .lastOf(id)
                .map(newest ->
                        new Stream(id, newest.type(), newest.community(), isAggregate(newest), newest.lastSequence()))
                .stream()
                .toList());
    }

    /** @param from the sequence of the first event wanted: 0, or the {@code next} of the page before */
    @GetMapping("/{streamId}")
    @Operation(summary = "The events of a stream, without personal fields", description = "At most 100 at once.")
    EventStream show(
            @PathVariable String streamId,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "100") int limit) {
        require(from >= 0, "from");
        require(limit >= 1 && limit <= PAGE, "limit");
        Commit newest = logs.lastOf(streamId).orElseThrow(NotFound::new);
        List<Event> events = events(streamId, from, limit);
        long last = newest.lastSequence();
        long next = from + events.size();
        return new EventStream(
                logs.position(newest).log(),
                streamId,
                newest.type(),
                newest.community(),
                isAggregate(newest),
                last,
                events,
                next > last ? null : next);
    }

    private List<Event> events(String streamId, long from, int limit) {
        List<Event> events = new ArrayList<>();
        for (Commit commit : logs.streamHolding(streamId, from, limit)) {
            long position = commit.position();
            for (StoredEvent event : commit.events()) {
                if (event.sequence() >= from && events.size() < limit) {
                    events.add(shown(event, position));
                }
                position++;
            }
        }
        return events;
    }

    /** @param from the sequence of the first event whose effect is wanted, below {@value #MOST_STEPS} */
    @GetMapping("/{streamId}/states")
    @Operation(
            summary = "What each event made of an aggregate",
            description = "Its fields behind each event, without personal texts, and before the first of these events;"
                    + " at most 100 at once, fewer where they are large, of its first 10,000 events.")
    Steps states(
            @PathVariable String streamId,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "100") int limit) {
        require(from >= 0 && from < MOST_STEPS, "from");
        require(limit >= 1 && limit <= PAGE, "limit");
        return history.of(streamId, from, (int) Math.min(limit, MOST_STEPS - from))
                .orElseThrow(NotFound::new);
    }

    private static void require(boolean allowed, String parameter) {
        if (!allowed) {
            throw BadField.value(parameter, "invalid-value");
        }
    }

    private boolean isAggregate(Commit commit) {
        return history.isAggregate(commit.type());
    }

    private Event shown(StoredEvent event, long position) {
        return new Event(
                position,
                event.sequence(),
                event.id(),
                event.name(),
                event.revision(),
                event.at(),
                event.meta(),
                mapper.readTree(PersonalCipher.redact(event.payload())));
    }
}
