package io.guildhall.platform.lease;

/** What one instance does while it holds a lease. */
@FunctionalInterface
public interface LeasedWork {

    /**
     * Runs until the lease is lost or nothing is left to do; it is interrupted when the lease is lost. Where it returns
     * or throws, the lease is given back and claimed anew after a pause.
     */
    void run(Lease lease) throws Exception;

    /** Called whenever another is found to hold the lease: its troubles are no longer ours. */
    default void standsBy() {}

    /** Work that stands ready on this instance, whether or not this one holds the lease. */
    interface Standing extends AutoCloseable {

        /** Whether this instance does the work at this moment. */
        boolean active();

        /** Ends the work, gives the lease back and returns when both are done. */
        @Override
        void close();
    }
}
