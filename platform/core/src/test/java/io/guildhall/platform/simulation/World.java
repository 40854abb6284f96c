package io.guildhall.platform.simulation;

import io.guildhall.platform.simulation.Entry.Change;
import io.guildhall.platform.simulation.Entry.Inserted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all actors of one run share. */
final class World {

    final Chance chance;
    final Scheduler scheduler;
    final ReplicaSet replicas;
    final Coverage coverage = new Coverage();
    final Map<String, Ledger> ledgers = new TreeMap<>();
    private final List<String> diary = new ArrayList<>();
    private final boolean keepsDiary;
    private int ids;

    World(long seed, boolean keepsDiary) {
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

    private void onMajority(Change change) {
        if (change instanceof Inserted(String collection, var commit, Object _)) {
            note("majority holds " + commit);
            ledger(collection).take(commit);
        }
    }
}
