package io.guildhall.local.demo.history;

/** What a history is made of; the same size and seed make the same story. */
public record HistorySize(int members, int months, long seed) {

    @Override
    public String toString() {
        return "--members %d --months %d --seed %d".formatted(members, months, seed);
    }
}
