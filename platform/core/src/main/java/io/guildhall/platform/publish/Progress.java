package io.guildhall.platform.publish;

/** Keeps how far publication has come; only the publisher with the newest epoch may move it. */
interface Progress {

    Published load();

    /** @return false when a publisher with a later epoch stored before */
    boolean store(Published published, long epoch);
}
