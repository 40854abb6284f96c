package io.guildhall.platform.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import io.guildhall.platform.log.StoreUnavailable;
import io.guildhall.platform.problem.Refusal;
import io.guildhall.platform.security.Actor;
import io.guildhall.platform.security.Operator;
import io.guildhall.platform.security.Public;
import io.guildhall.platform.security.RoleIn;
import io.guildhall.platform.security.SignedIn;
import io.guildhall.platform.web.Page;
import io.guildhall.platform.web.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints of every kind, for tests. */
@RestController
@Public
class SampleController {

    enum Level {
        EASY,
        HARD
    }

    record Lesson(@NotBlank String title) {}

    record SampleRequest(
            @NotBlank String title,
            @Positive int lessons,
            @Nullable Instant from,
            @Nullable Level level,
            @Valid @Nullable List<Lesson> parts,

            @JsonProperty(access = JsonProperty.Access.READ_ONLY) @Nullable
            String id,

            @Nullable Even even) {}

    record Even(int value) {
        Even {
            if (value % 2 != 0) {
                throw new IllegalArgumentException("secret " + value);
            }
            if (value > 100) {
                throw new SampleRefused(value);
            }
        }
    }

    static final class SampleRefused extends Refusal {

        SampleRefused(int count) {
            super(Kind.CONFLICT, count);
        }

        @Override
        public Map<String, Object> extensions() {
            return Map.of("opens", List.of("plan-a"), "status", "not to be overwritten");
        }
    }

    static final class SampleWarmingUp extends Refusal {

        SampleWarmingUp() {
            super(Kind.UNAVAILABLE);
        }
    }

    static int ran;

    @PostMapping(path = "/samples", consumes = "application/json", produces = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> create(@Valid @RequestBody SampleRequest request) {
        ran++;
        return Map.of("title", request.title());
    }

    @GetMapping("/samples")
    Page<Integer> list(PageQuery query) {
        List<Integer> found =
                java.util.stream.IntStream.rangeClosed(1, query.fetch()).boxed().toList();
        return Page.of(found, query, String::valueOf);
    }

    @GetMapping("/samples/{number}")
    Map<String, Object> read(@PathVariable @Max(10) int number, @RequestParam Instant at) {
        return Map.of("number", number, "at", at);
    }

    record Span(@Nullable LocalDate from) {}

    @GetMapping("/spans")
    Map<String, Object> between(Span span) {
        return Map.of("from", String.valueOf(span.from()));
    }

    @DeleteMapping("/samples/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable int number) {}

    @GetMapping("/whoami")
    Map<String, Object> whoAmI(Optional<Actor> actor) {
        return Map.of("id", actor.map(Actor::id).orElse("nobody"));
    }

    @GetMapping("/must-be-somebody")
    Map<String, Object> mustBeSomebody(Actor actor) {
        return Map.of("id", actor.id());
    }

    @SignedIn
    @GetMapping("/me")
    Actor me(Actor actor) {
        return actor;
    }

    @RoleIn({"owner", "author"})
    @GetMapping("/api/communities/{communityId}/drafts")
    String drafts(@PathVariable String communityId) {
        return communityId;
    }

    @Operator
    @GetMapping("/ops/sample")
    String operators() {
        return "operators only";
    }

    @GetMapping("/throws/{what}")
    String fail(@PathVariable String what) {
        throw switch (what) {
            case "refusal" -> new SampleRefused(3);
            case "wrapped-refusal" -> new CommandExecutionException("wrapped", new SampleRefused(3));
            case "unavailable-refusal" -> new SampleWarmingUp();
            case "concurrency" -> new ConcurrencyException("secret class name");
            case "no-aggregate" -> new AggregateNotFoundException("id", "secret");
            case "store-timeout" -> new MongoTimeoutException("secret host");
            case "store-socket" -> new MongoSocketReadException("secret", new ServerAddress());
            case "store-resource" -> new DataAccessResourceFailureException("secret");
            case "store-unknown" -> new StoreUnavailable("secret", new RuntimeException());
            default -> new IllegalStateException("secret " + what);
        };
    }
}
