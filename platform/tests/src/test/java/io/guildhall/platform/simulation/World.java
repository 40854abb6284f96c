package io.guildhall.platform.simulation;

import io.guildhall.platform.follow.Fact;
import io.guildhall.platform.simulation.Entry.Change;
import io.guildhall.platform.simulation.Entry.Inserted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What all actors of one run share. */
final class World {

    private static final int LONGEST_PAUSE_MILLIS = 600;

    final Variation variation;
    final Chance chance;
    final Scheduler scheduler;
    final ReplicaSet replicas;
    final Coverage coverage = new Coverage();
    final Map<String, Ledger> ledgers = new TreeMap<>();
    final Map<String, Following> followings = new TreeMap<>();
    private final Set<String> poisonous = new HashSet<>();
    private final List<String> diary = new ArrayList<>();
    private final boolean keepsDiary;
    private int ids;

    World(long seed, Variation variation, boolean keepsDiary) {
        this.variation = variation;
        this.keepsDiary = keepsDiary;
        chance = new Chance(seed);
        scheduler = new Scheduler(chance);
        replicas = new ReplicaSet(chance, this::happened, this::onMajority);
    }

    /** Whether a fault happens to the running actor. */
    boolean fault(String name, String phase, double probability) {
        boolean happens = chance.fault(probability);
        if (happens) {
            met(name, phase);
        }
        return happens;
    }

    boolean is(Variation asked) {
        return variation == asked;
    }

    /** Lets others go first; now and then for long, as when a process is stopped. */
    void step(String phase) {
        if (fault("pause", phase, 0.02)) {
            scheduler.sleep(phase, chance.below(LONGEST_PAUSE_MILLIS));
        } else {
            scheduler.yieldAt(phase);
        }
    }

    void met(String fault, String phase) {
        coverage.met(fault, phase);
        note("%s: %s".formatted(phase, fault));
    }

    /** Something befell everybody. */
    void happened(String fault) {
        for (Actor actor : scheduler.actors()) {
            coverage.met(fault, actor.phase());
        }
        note("*** " + fault);
    }

    void note(String what) {
        if (keepsDiary) {
            diary.add("%7d ms %s".formatted(scheduler.now(), what));
        }
    }

    List<String> diary() {
        return diary;
    }

    String nextId(String prefix) {
        return prefix + "-" + ids++;
    }

    Ledger ledger(String collection) {
        return ledgers.computeIfAbsent(collection, _ -> new Ledger());
    }

    /** A handler at work; some events cannot be handled until it is mended. */
    void handle(String follower, Fact fact, Runnable effect) {
        Following following = following(follower);
        following.begins(fact);
        String key = follower + "/" + fact.eventId();
        if (fault("poison", "handle", 0.01)) {
            poisonous.add(key);
        }
        if (!chance.isCalm() && poisonous.contains(key)) {
            throw new IllegalStateException("poison");
        }
        effect.run();
        following.ends(fact);
    }

    Following following(String follower) {
        return Objects.requireNonNull(followings.get(follower));
    }

    private void onMajority(Change change) {
        if (change instanceof Inserted(String collection, var commit, Object _)) {
            note("majority holds " + commit);
            ledger(collection).take(commit);
        }
    }
}
