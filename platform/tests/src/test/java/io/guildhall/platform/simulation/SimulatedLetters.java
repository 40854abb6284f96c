package io.guildhall.platform.simulation;

import io.guildhall.platform.follow.DeadLetters;
import io.guildhall.platform.follow.Envelope;
import io.guildhall.platform.simulation.Documents.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Dead letters, and the operator who handles them once what made them fail is mended. */
final class SimulatedLetters implements DeadLetters {

    private record Letter(Envelope envelope, boolean waiting) {}

    private record Queue(List<Letter> letters) {
        boolean waits() {
            return letters.stream().anyMatch(Letter::waiting);
        }
    }

    /** How an operator brings an event once more. */
    interface Again {
        void handle(String follower, Envelope envelope);
    }

    private final World world;
    private final Documents documents;
    private final String service;
    private boolean busy;

    /** @param log of the service with whose name the names of its followers begin */
    SimulatedLetters(World world, Documents documents, String log) {
        this.service = log.substring(0, log.indexOf('.'));
        this.world = world;
        this.documents = documents;
    }

    @Override
    public Set<String> parkedStreams(String follower) {
        String prefix = key(follower, "");
        return documents.keys("read parked streams", prefix, SimulatedLetters::waits).stream()
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public boolean parked(String follower, String streamId) {
        return documents
                .find("read dead letters", key(follower, streamId))
                .filter(SimulatedLetters::waits)
                .isPresent();
    }

    @Override
    public void park(String follower, Envelope envelope, String reason) {
        world.note("%s parks %s: %s".formatted(follower, envelope.fact().position(), reason));
        if (!reason.contains("poison") && !reason.startsWith("waits behind")) {
            throw new Violation("parked without need: %s by %s: %s".formatted(envelope.fact(), follower, reason));
        }
        String key = key(follower, envelope.fact().streamId());
        documents.change("park", key, found -> {
            List<Letter> letters = new ArrayList<>(found == null ? List.of() : ((Queue) found).letters);
            if (letters.stream()
                    .noneMatch(letter -> letter.envelope
                            .fact()
                            .position()
                            .equals(envelope.fact().position()))) {
                letters.add(new Letter(envelope, true));
                letters.sort((one, other) -> Long.compare(number(one), number(other)));
            }
            return new Change.To(new Queue(List.copyOf(letters)));
        });
        world.following(follower).ends(envelope.fact());
    }

    /** Handles every waiting letter, stream by stream, in order. */
    void drain(Again again) {
        while (true) {
            world.scheduler.await(
                    "operator", () -> world.chance.isCalm() && !parkedHere().isEmpty());
            for (String key : parkedHere()) {
                busy = true;
                try {
                    drain(key, again);
                } catch (RuntimeException failure) {
                    world.note("operator failed: " + failure);
                }
                busy = false;
            }
        }
    }

    /** Whether no letter waits. */
    boolean atRest() {
        return !busy && parkedHere().isEmpty();
    }

    /** The streams with letters that wait. */
    private Set<String> parkedHere() {
        return Documents.keys(world.replicas.newest(), service, SimulatedLetters::waits);
    }

    private static boolean waits(Object document) {
        return document instanceof Queue queue && queue.waits();
    }

    private void drain(String key, Again again) {
        Object found = documents.find("read dead letters", key).orElse(null);
        if (!(found instanceof Queue queue)) {
            return;
        }
        for (Letter letter : queue.letters) {
            if (letter.waiting) {
                again.handle(key.substring(0, key.indexOf('|')), letter.envelope);
                documents.change("settle dead letter", key, now -> settled(now, letter));
            }
        }
    }

    private static Change settled(@org.jspecify.annotations.Nullable Object now, Letter done) {
        if (!(now instanceof Queue queue)) {
            return new Change.None();
        }
        return new Change.To(new Queue(queue.letters.stream()
                .map(letter -> number(letter) == number(done) ? new Letter(letter.envelope, false) : letter)
                .toList()));
    }

    private static long number(Letter letter) {
        return letter.envelope.fact().position().number();
    }

    private static String key(String follower, String streamId) {
        return follower + "|" + streamId;
    }
}
