package io.guildhall.local.store;

/** When a write is answered. */
public enum Durability {
    /** After the commit that holds it: kill -9 loses no answered write. The only setting to run with. */
    COMMIT_BEFORE_ACKNOWLEDGE,

    /**
     * Before any commit: kill -9 loses the answered writes of the last seconds. Only there to prove that the loss
     * checker finds losses; reached by {@code -Dguildhall.store.durability=ACKNOWLEDGE_BEFORE_COMMIT}.
     */
    ACKNOWLEDGE_BEFORE_COMMIT;

    static final String PROPERTY = "guildhall.store.durability";

    static Durability ofProcess() {
        return valueOf(System.getProperty(PROPERTY, COMMIT_BEFORE_ACKNOWLEDGE.name()));
    }
}
