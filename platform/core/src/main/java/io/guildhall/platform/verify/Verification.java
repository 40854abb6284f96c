package io.guildhall.platform.verify;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.due.DueDateDesk;
import io.guildhall.platform.follow.DeadLetterDesk;
import io.guildhall.platform.follow.FollowerStatuses;
import io.guildhall.platform.follow.Rebuilds;
import io.guildhall.platform.follow.TopicReplay;
import io.guildhall.platform.publish.Publisher;
import io.guildhall.platform.publish.Publishers;
import java.util.List;

/** Compares logs, topic and read models of this service while it goes on serving. */
public final class Verification {

    /**
     * What a verification found.
     *
     * @param clean whether every count is 0
     */
    public record Report(String service, boolean clean, long events, List<Check> checks) {}

    private static final int MOST_WAITING = 1_000;

    private final ServiceName service;
    private final TopicReplay topics;
    private final Publishers publishers;
    private final Followed progress;
    private final Rebuilds rebuilds;
    private final DeadLetterDesk letters;
    private final DueDateDesk dates;

    public Verification(
            ServiceName service,
            TopicReplay topics,
            Publishers publishers,
            FollowerStatuses followers,
            Rebuilds rebuilds,
            DeadLetterDesk letters,
            DueDateDesk dates) {
        this.service = service;
        this.topics = topics;
        this.publishers = publishers;
        this.progress = new Followed(publishers, followers);
        this.rebuilds = rebuilds;
        this.letters = letters;
        this.dates = dates;
    }

    /** Reads everything; takes time in proportion to the history. */
    public Report run() {
        var holes = new Check("hole");
        var reordered = new Check("reordered");
        var differences = new Check("log-is-not-topic");
        var diverged = new Check("diverged");
        var stuck = new Check("dead-letters");
        var overdue = new Check("due-dates");
        var behind = new Check("behind");
        progress.await(behind);
        long events = 0;
        for (Publisher publisher : publishers.all()) {
            long published = publisher.position();
            var log = new LogAudit(publisher.log().reader(), holes, reordered);
            log.read();
            var topic = new TopicAudit(publisher.log().name(), log.marks(), differences, reordered);
            topic.read(service, topics);
            log.read();
            topic.close(published);
            events += log.marks().last();
        }
        rebuilds.compareAll()
                .forEach((projection, findings) ->
                        findings.forEach(finding -> diverged.found(projection + ": " + finding)));
        letters.waiting(MOST_WAITING).forEach(letter -> stuck.found(letter.id() + ": " + letter.reason()));
        dates.stuck(null, MOST_WAITING).forEach(date -> overdue.found(date.id() + ": " + date.reason()));
        List<Check> checks = List.of(holes, reordered, differences, behind, diverged, stuck, overdue);
        boolean clean = checks.stream().allMatch(check -> check.getCount() == 0);
        return new Report(service.value(), clean, events, checks);
    }
}
