package io.guildhall.platform.ops;

import io.guildhall.platform.follow.DeadLetter;
import io.guildhall.platform.follow.DeadLetterDesk;
import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.privacy.PersonalCipher;
import io.guildhall.platform.problem.NotFound;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Operator;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists events that could not be handled and takes the operator's decision. */
@Operator
@RestController
@RequestMapping("/ops/dead-letters")
class DeadLetterController {

    private static final int MOST = 1_000;

    /**
     * An event that could not be handled.
     *
     * @param event what happened; {@code null} when the record was no event
     * @param service in whose stream it stands; {@code null} when the record was no event
     * @param position like {@code member.0/4711}; {@code null} when the record was no event
     * @param sequence its place in the stream, from 0; {@code null} when the record was no event
     * @param payload without personal fields
     * @param dropped {@code null} while it waits
     */
    record Letter(
            String id,
            String follower,
            String streamId,
            @Nullable String event,
            @Nullable String service,
            @Nullable String position,
            @Nullable Long sequence,
            String reason,
            Instant at,
            @Nullable String payload,
            DeadLetter.@Nullable Dropped dropped) {

        static Letter of(DeadLetter letter) {
            var envelope = letter.envelope();
            Fact fact = envelope == null ? null : envelope.fact();
            return new Letter(
                    letter.id(),
                    letter.follower(),
                    letter.streamId(),
                    fact == null ? null : fact.name(),
                    fact == null ? null : fact.service(),
                    fact == null ? null : fact.position().toString(),
                    fact == null ? null : fact.sequence(),
                    letter.reason(),
                    letter.at(),
                    envelope == null ? null : PersonalCipher.redact(envelope.payload()),
                    letter.dropped());
        }
    }

    record Letters(List<Letter> items) {
        static Letters of(List<DeadLetter> letters) {
            return new Letters(letters.stream().map(Letter::of).toList());
        }
    }

    private final DeadLetterDesk desk;

    DeadLetterController(DeadLetterDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "Events that could not be handled")
    Letters list() {
        return Letters.of(desk.waiting(MOST));
    }

    @GetMapping("/dropped")
    @Operation(summary = "Events that were given up, by whom and why")
    Letters dropped() {
        return Letters.of(desk.dropped(MOST));
    }

    /** Handles the letter's stream from its oldest letter on; answers what still waits. */
    @PostMapping("/retry")
    @Operation(summary = "Handle a stream from its oldest dead letter on")
    Letters retry(@RequestParam String id, Actor actor) {
        return Letters.of(desk.retry(find(id), actor.id()));
    }

    /** Gives the letter up for good and goes on with those behind it; answers what still waits. */
    @PostMapping("/drop")
    @Operation(summary = "Give a dead letter up for good")
    Letters drop(@RequestParam String id, @Valid @RequestBody DropRequest request, Actor actor) {
        return Letters.of(desk.drop(find(id), actor.id(), request.reason()));
    }

    private DeadLetter find(String id) {
        return desk.find(id).orElseThrow(NotFound::new);
    }
}
