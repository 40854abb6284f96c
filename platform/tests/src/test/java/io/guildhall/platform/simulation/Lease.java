package io.guildhall.platform.simulation;

import java.util.function.BooleanSupplier;

/** Gives one thing to one instance at a time; taken away too early, two believe for a while that they hold it. */
final class Lease {

    private static final long MILLIS = 400;

    private final World world;
    private long until;
    private long epoch;

    Lease(World world) {
        this.world = world;
    }

    /** What an owner works under. */
    interface Work {
        void run(BooleanSupplier held, long epoch);
    }

    /** Waits for the lease, works under it, and again, for ever. */
    void keep(String phase, Work work) {
        while (true) {
            world.scheduler.await(phase + " stands by", () -> world.scheduler.now() >= until, untilFree());
            if (world.scheduler.now() >= until) {
                until = world.scheduler.now() + MILLIS;
                long mine = ++epoch;
                long[] end = {until};
                work.run(() -> held(mine, end), mine);
                if (epoch == mine) {
                    until = 0;
                }
            }
        }
    }

    private long untilFree() {
        return Math.max(1, until - world.scheduler.now());
    }

    /** Renews it while it is still the newest. */
    private boolean held(long mine, long[] end) {
        boolean held = world.scheduler.now() < end[0];
        if (held && epoch == mine) {
            end[0] = world.scheduler.now() + MILLIS;
            until = end[0];
        }
        return held;
    }

    /** As if its owner's renewals had not arrived. */
    void expire() {
        until = 0;
    }
}
