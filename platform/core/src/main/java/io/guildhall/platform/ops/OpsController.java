package io.guildhall.platform.ops;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.axon.CurrentCommand;
import io.guildhall.platform.due.DueDateDesk;
import io.guildhall.platform.follow.DeadLetterDesk;
import io.guildhall.platform.follow.FollowerStatus;
import io.guildhall.platform.follow.FollowerStatuses;
import io.guildhall.platform.publish.Publisher;
import io.guildhall.platform.publish.Publishers;
import io.guildhall.platform.security.Operator;
import io.guildhall.platform.time.MovableClock;
import io.guildhall.platform.verify.Verification;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an operator asks of a running service. */
@Operator
@RestController
@RequestMapping("/ops")
class OpsController {

    /**
     * @param version of the instance that answers; {@code null} where it was not built as a whole
     * @param instances those that hold a claim on some work, and the one that answers
     */
    record Status(
            String service,
            boolean ready,
            @Nullable String version,
            Instant startedAt,
            List<Instance> instances,
            List<LogStatus> logs,
            List<FollowerStatus> followers,
            int deadLetters,
            long stuckDueDates,
            Instant time) {}

    /**
     * @param process {@code pid@host}
     * @param claims how many followers, publishers and the like it keeps going; the others stand by
     */
    record Instance(String process, int claims) {}

    /**
     * @param published up to where the topic holds it
     * @param lag how many events the topic does not hold yet
     * @param trouble what stops publication
     */
    record LogStatus(
            String name,
            long head,
            long published,
            long lag,
            @Nullable String trouble) {

        static LogStatus of(Publisher publisher) {
            long published = publisher.position();
            long head = publisher.log().reader().head();
            return new LogStatus(
                    publisher.log().name().toString(),
                    head,
                    published,
                    Math.max(0, head - published),
                    publisher.trouble().orElse(null));
        }
    }

    /** @param advance how far the time moves, an ISO-8601 duration such as {@code P30D}; never back */
    record ClockRequest(@NotNull Duration advance) {}

    record ClockAnswer(String service, Instant time) {}

    private static final int MOST_LETTERS = 1_000;

    private final ServiceName service;
    private final Running running;
    private final Publishers publishers;
    private final FollowerStatuses followers;
    private final DeadLetterDesk letters;
    private final DueDateDesk dueDates;
    private final MovableClock clock;
    private final Verification verification;

    OpsController(
            ServiceName service,
            Running running,
            Publishers publishers,
            FollowerStatuses followers,
            DeadLetterDesk letters,
            DueDateDesk dueDates,
            MovableClock clock,
            Verification verification) {
        this.service = service;
        this.running = running;
        this.publishers = publishers;
        this.followers = followers;
        this.letters = letters;
        this.dueDates = dueDates;
        this.clock = clock;
        this.verification = verification;
    }

    /** How far the logs, their publication and everything that follows events have come. */
    @GetMapping("/status")
    @Operation(summary = "How far everything has come")
    Status status() {
        List<LogStatus> logs = publishers.all().stream().map(LogStatus::of).toList();
        List<FollowerStatus> all = Stream.concat(followers.onOwnLog().stream(), followers.onTopics().stream())
                .toList();
        boolean ready = logs.stream().allMatch(log -> log.trouble() == null)
                && all.stream().allMatch(follower -> follower.trouble() == null);
        return new Status(
                service.value(),
                ready,
                running.version(),
                running.startedAt(),
                running.instances(),
                logs,
                all,
                letters.waiting(MOST_LETTERS).size(),
                dueDates.count(),
                clock.instant());
    }

    /** Moves the time of this service forward; only where {@code guildhall.clock.movable} allows it. */
    @PostMapping("/clock")
    @Operation(summary = "Move the time forward", description = "On a local installation only.")
    ClockAnswer clock(@Valid @RequestBody ClockRequest request) {
        return new ClockAnswer(service.value(), clock.advance(request.advance(), CurrentCommand.id()));
    }

    /** Compares log, topic and read models; takes time in proportion to the history. */
    @PostMapping("/verify")
    @Operation(summary = "Compare log, topic and read models", description = "Takes time in proportion to the history.")
    Verification.Report verify() {
        return verification.run();
    }
}
