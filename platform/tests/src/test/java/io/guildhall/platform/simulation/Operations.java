package io.guildhall.platform.simulation;

import io.guildhall.platform.axon.Answer;
import io.guildhall.platform.log.Commit;
import io.guildhall.platform.simulation.Client.Promise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What clients sent to one log and what they were promised. */
final class Operations {

    private final Ledger ledger;
    private final Map<String, Promise> promises = new LinkedHashMap<>();

    Operations(Ledger ledger) {
        this.ledger = ledger;
    }

    void sent(String commandId) {
        promises.put(commandId, Promise.UNKNOWN);
    }

    /** An acknowledged command is on a majority from that moment on, at the place that its answer names. */
    void answered(String commandId, Answer answer) {
        Commit commit = ledger.byCommand(commandId)
                .orElseThrow(() -> new Violation("lost: " + commandId + " was answered and is not on a majority"));
        if (Objects.requireNonNull(answer.position()).number() != commit.last()) {
            throw new Violation("answered with a wrong place: %s for %s".formatted(answer, commit));
        }
    }

    int storedCommits() {
        return ledger.commits().size();
    }

    /** A refusal rests on a state that the door had at some time between the asking and the answer. */
    void refused(Wish wish, int commitsWhenAsked) {
        List<Commit> commits = ledger.commits();
        for (int known = commitsWhenAsked; known <= commits.size(); known++) {
            Door door = Door.of(commits.subList(0, known).stream()
                    .filter(commit -> commit.streamId().equals(wish.streamId()))
                    .toList());
            if (door.refuses(wish)) {
                return;
            }
        }
        throw new Violation("refused for an old state: " + wish);
    }

    void promised(String commandId, Promise promise) {
        promises.put(commandId, promise);
    }

    void check() {
        promises.forEach((commandId, promise) -> {
            boolean stored = isStored(commandId);
            if (promise == Promise.DONE && !stored) {
                throw new Violation("lost: " + commandId);
            }
            if (promise == Promise.REFUSED && stored) {
                throw new Violation("phantom: " + commandId + " was refused and is stored");
            }
        });
    }

    boolean isStored(String commandId) {
        return ledger.byCommand(commandId).isPresent();
    }

    /** The commands that were stored for clients. */
    Set<String> stored() {
        return promises.keySet().stream().filter(this::isStored).collect(Collectors.toCollection(TreeSet::new));
    }
}
