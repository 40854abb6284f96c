package io.guildhall.platform.testing.checker;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.StoredEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The arithmetic of one log: positions, chain, sequences, ids. */
final class LogCheck {

    private final CheckedLog log;
    private final Findings findings;
    private final Set<String> commands = new HashSet<>();
    private final Set<String> events = new HashSet<>();
    private final Map<String, Long> sequences = new HashMap<>();

    LogCheck(CheckedLog log, Findings findings) {
        this.log = log;
        this.findings = findings;
    }

    void run() {
        long next = 1;
        long previous = 0;
        for (Commit commit : log.commits()) {
            if (commit.position() != next || commit.previous() != previous) {
                findings.add(
                        Count.HOLE,
                        "%s: position %d (behind %d) where %d (behind %d) was next"
                                .formatted(log.service(), commit.position(), commit.previous(), next, previous));
            }
            next = commit.last() + 1;
            previous = commit.position();
            look(commit);
        }
    }

    private void look(Commit commit) {
        if (!commands.add(commit.commandId())) {
            findings.add(Count.DOUBLED, "%s: two commits of command %s".formatted(log.service(), commit.commandId()));
        }
        for (StoredEvent event : commit.events()) {
            if (!events.add(event.id())) {
                findings.add(Count.DOUBLED, "%s: event %s twice".formatted(log.service(), event.id()));
            }
            long next = sequences.getOrDefault(commit.streamId(), 0L);
            if (event.sequence() != next) {
                findings.add(
                        Count.REORDERED,
                        "%s: %s has sequence %d where %d was next"
                                .formatted(log.service(), commit.streamId(), event.sequence(), next));
            }
            sequences.put(commit.streamId(), event.sequence() + 1);
        }
    }
}
