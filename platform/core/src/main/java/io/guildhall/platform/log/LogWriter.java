package io.guildhall.platform.log;

import io.guildhall.platform.log.Outcome.Conflict;
import io.guildhall.platform.log.Outcome.Repeated;
import io.guildhall.platform.log.Outcome.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives drafts their positions and chains them behind the head of the log. It chains only behind a commit that was
 * acknowledged to it by a majority, or that it read so. One writer belongs to one thread.
 */
final class LogWriter {

    private final CommitStore store;
    private final Pause pause;
    private @Nullable Head head;

    private record Head(long next, long previous) {
        Head after(Commit commit) {
            return new Head(commit.last() + 1, commit.position());
        }
    }

    LogWriter(CommitStore store, Pause pause) {
        this.store = store;
        this.pause = pause;
    }

    /**
     * Stores one group in one ordered insert, and again what another writer's commits pushed aside.
     *
     * @param outcomes takes the outcome of each draft at its index, in any order
     * @throws StoreUnavailable when the store gave no answer for longer than {@code pause} allows; drafts without an
     *     outcome may have been stored or not
     */
    void write(List<Draft> drafts, OutcomeSink outcomes) {
        List<Integer> open = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            open.add(i);
        }
        int failures = 0;
        while (!open.isEmpty()) {
            int before = open.size();
            try {
                attempt(drafts, open, outcomes);
            } catch (StoreUnavailable unavailable) {
                head = null;
                if (!pause.afterFailure(++failures)) {
                    throw unavailable;
                }
                continue;
            }
            if (open.size() == before && !pause.afterFailure(++failures)) {
                throw new StoreUnavailable("No commit could be chained behind the head", new LogBroken("stuck"));
            }
        }
    }

    private void attempt(List<Draft> drafts, List<Integer> open, OutcomeSink outcomes) {
        List<Commit> chained = chain(drafts, open);
        int stored = store.insert(chained);
        for (int i = 0; i < stored; i++) {
            Commit commit = chained.get(i);
            head = currentHead().after(commit);
            outcomes.take(open.removeFirst(), new Stored(commit));
        }
        if (!open.isEmpty()) {
            head = null;
            int refused = open.getFirst();
            Optional<Outcome> outcome = explain(drafts.get(refused));
            if (outcome.isPresent()) {
                open.removeFirst();
                outcomes.take(refused, outcome.get());
            }
        }
    }

    private List<Commit> chain(List<Draft> drafts, List<Integer> open) {
        Head tail = currentHead();
        List<Commit> chained = new ArrayList<>(open.size());
        Map<String, Long> nextSequences = new HashMap<>();
        for (int index : open) {
            Draft draft = drafts.get(index);
            long sequence = draft.takesNext()
                    ? nextSequences.computeIfAbsent(draft.streamId(), this::nextSequence)
                    : draft.expectedSequence();
            Commit commit = draft.at(tail.next(), tail.previous(), sequence);
            nextSequences.put(draft.streamId(), commit.lastSequence() + 1);
            chained.add(commit);
            tail = tail.after(commit);
        }
        return chained;
    }

    private Head currentHead() {
        Head known = head;
        if (known == null) {
            known = store.last().map(new Head(1, 0)::after).orElse(new Head(1, 0));
            head = known;
        }
        return known;
    }

    private long nextSequence(String streamId) {
        return store.lastOf(streamId).map(commit -> commit.lastSequence() + 1).orElse(0L);
    }

    /** Why a draft was refused, once a majority read tells it; empty when only its position was taken, or not yet. */
    private Optional<Outcome> explain(Draft draft) {
        Optional<Commit> inItsPlace = inPlaceOf(draft);
        Optional<Commit> answered = inItsPlace
                .filter(commit -> commit.commandId().equals(draft.commandId()))
                .or(() -> store.byCommand(draft.commandId()));
        if (answered.isPresent()) {
            Commit commit = answered.get();
            return Optional.of(commit.isOf(draft) ? new Stored(commit) : new Repeated(commit));
        }
        return inItsPlace.map(_ -> new Conflict(draft.streamId(), draft.expectedSequence()));
    }

    /** The commit that took the sequence of a draft, perhaps our own: it may have arrived without our hearing so. */
    private Optional<Commit> inPlaceOf(Draft draft) {
        return draft.takesNext()
                ? Optional.empty()
                : store.stream(draft.streamId(), draft.expectedSequence(), 1).stream()
                        .findFirst();
    }

    /** Takes what became of the draft at an index. */
    interface OutcomeSink {
        void take(int index, Outcome outcome);
    }

    /** Waits between attempts. */
    interface Pause {
        /** @return false when no further attempt shall be made */
        boolean afterFailure(int failures);
    }
}
