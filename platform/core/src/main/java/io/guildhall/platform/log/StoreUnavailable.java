package io.guildhall.platform.log;

/** The store gave no answer: what was asked may have happened or not. Repeating it with the same command id is safe. */
public class StoreUnavailable extends RuntimeException {

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
