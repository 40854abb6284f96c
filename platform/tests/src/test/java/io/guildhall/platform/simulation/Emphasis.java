package io.guildhall.platform.simulation;

/** What a run gives its steps to. */
enum Emphasis {
    /** All of it. */
    EVERYTHING,
    /** Clients and the writers of one service alone, with many elections. */
    WRITING;

    /** Another for each seed. */
    static Emphasis of(long seed) {
        return seed % 4 == 3 ? WRITING : EVERYTHING;
    }
}
