package io.guildhall.platform.verify;

import io.guildhall.platform.ServiceName;
import io.guildhall.platform.follow.DeadLetterDesk;
import io.guildhall.platform.follow.Rebuilds;
import io.guildhall.platform.follow.TopicReplay;
import io.guildhall.platform.log.LogReader;
import io.guildhall.platform.publish.Publisher;
import java.util.List;

/** Compares log, topic and read models of this service while it goes on serving. */
public final class Verification {

    /**
     * What a verification found.
     *
     * @param clean whether every count is 0
     */
    public record Report(String service, boolean clean, long events, List<Check> checks) {}

    private final ServiceName service;
    private final LogReader reader;
    private final TopicReplay topics;
    private final Publisher publisher;
    private final Rebuilds rebuilds;
    private final DeadLetterDesk letters;

    public Verification(
            ServiceName service,
            LogReader reader,
            TopicReplay topics,
            Publisher publisher,
            Rebuilds rebuilds,
            DeadLetterDesk letters) {
        this.service = service;
        this.reader = reader;
        this.topics = topics;
        this.publisher = publisher;
        this.rebuilds = rebuilds;
        this.letters = letters;
    }

    /** Reads everything; takes time in proportion to the history. */
    public Report run() {
        var holes = new Check("hole");
        var reordered = new Check("reordered");
        var differences = new Check("log-is-not-topic");
        var diverged = new Check("diverged");
        var stuck = new Check("dead-letters");
        long published = publisher.position();
        Marks log = new LogAudit(reader).read(holes, reordered);
        var audit = new TopicAudit(log, differences, reordered);
        audit.read(service, topics);
        audit.close(published);
        rebuilds.compareAll()
                .forEach((projection, findings) ->
                        findings.forEach(finding -> diverged.found(projection + ": " + finding)));
        letters.waiting(1_000).forEach(letter -> stuck.found(letter.id() + ": " + letter.reason()));
        List<Check> checks = List.of(holes, reordered, differences, diverged, stuck);
        boolean clean = checks.stream().allMatch(check -> check.getCount() == 0);
        return new Report(service.value(), clean, log.last(), checks);
    }
}
