package io.guildhall.platform.ops;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.EventLogs;
import io.guildhall.platform.log.StoredEvent;
import io.guildhall.platform.privacy.PersonalCipher;
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

/** Shows the events of one stream as they were recorded, without personal fields. */
@Operator
@RestController
@RequestMapping("/ops/streams")
class StreamController {

    private static final int PAGE = 100;

    record Event(
            long position,
            long sequence,
            String id,
            String name,
            int revision,
            Instant at,
            Map<String, String> meta,
            JsonNode payload) {}

    /** @param next the sequence to go on from, {@code null} at the end */
    record EventStream(
            String streamId,
            String type,
            @Nullable String community,
            List<Event> events,
            @Nullable Long next) {}

    private final EventLogs logs;
    private final JsonMapper mapper;

    StreamController(EventLogs logs, JsonMapper mapper) {
        this.logs = logs;
        this.mapper = mapper;
    }

    /** @param from the sequence where a page begins: 0, or the {@code next} of the page before */
    @GetMapping("/{streamId}")
    @Operation(summary = "The events of a stream, without personal fields")
    EventStream show(@PathVariable String streamId, @RequestParam(defaultValue = "0") long from) {
        List<Commit> commits = logs.stream(streamId, from, PAGE);
        if (commits.isEmpty()) {
            throw new NotFound();
        }
        List<Event> events = new ArrayList<>();
        for (Commit commit : commits) {
            long position = commit.position();
            for (StoredEvent event : commit.events()) {
                events.add(shown(event, position++));
            }
        }
        Commit last = commits.getLast();
        Long next = commits.size() < PAGE ? null : Long.valueOf(last.lastSequence() + 1);
        return new EventStream(streamId, last.type(), last.community(), events, next);
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
