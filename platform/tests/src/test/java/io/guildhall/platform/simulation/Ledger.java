package io.guildhall.platform.simulation;

import io.guildhall.platform.log.Commit;
import io.guildhall.platform.log.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One log as a majority holds it, which can never change: each commit is judged as it comes. */
final class Ledger {

    private final List<Commit> commits = new ArrayList<>();
    private final Map<String, Commit> byCommand = new HashMap<>();
    private final Map<String, Door> doors = new HashMap<>();
    private final Set<String> eventIds = new HashSet<>();

    void take(Commit commit) {
        requirePlace(commit);
        if (byCommand.putIfAbsent(commit.commandId(), commit) != null) {
            throw new Violation("doubled: two commits of command " + commit.commandId());
        }
        Door door = doors.computeIfAbsent(commit.streamId(), _ -> new Door());
        long sequence = door.next();
        for (StoredEvent event : commit.events()) {
            if (event.sequence() != sequence++) {
                throw new Violation("reordered: " + commit + " where sequence " + door.next() + " was next");
            }
            if (!eventIds.add(event.id())) {
                throw new Violation("doubled: event " + event.id());
            }
        }
        if (!door.allows(commit)) {
            throw new Violation("decided on an old state: " + commit);
        }
        door.apply(commit);
        commits.add(commit);
    }

    private void requirePlace(Commit commit) {
        long previous = commits.isEmpty() ? 0 : commits.getLast().position();
        if (commit.position() != head() + 1 || commit.previous() != previous) {
            throw new Violation("hole: %s behind position %d".formatted(commit, head()));
        }
    }

    boolean isOpen(String streamId) {
        return doors.getOrDefault(streamId, new Door()).isOpen();
    }

    long head() {
        return commits.isEmpty() ? 0 : commits.getLast().last();
    }

    List<Commit> commits() {
        return commits;
    }

    /** Nothing but these was stored, and all of them. */
    void requireCommands(Set<String> expected) {
        if (!byCommand.keySet().equals(expected)) {
            var missing = new TreeSet<>(expected);
            missing.removeAll(byCommand.keySet());
            var unexpected = new TreeSet<>(byCommand.keySet());
            unexpected.removeAll(expected);
            throw new Violation("commands missing %s, never sent %s".formatted(missing, unexpected));
        }
    }

    Optional<Commit> byCommand(String commandId) {
        return Optional.ofNullable(byCommand.get(commandId));
    }
}
