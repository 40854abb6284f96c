package io.guildhall.platform.follow;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.guildhall.platform.log.LogSetBack;
import io.guildhall.platform.log.StoreUnavailable;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Tells what passes by itself, and is to be tried again, from what an event can never be handled for. */
public final class PassingFailure {

    /** Causes may lead back to where they began. */
    private static final int DEEPEST = 100;

    private PassingFailure() {}

    /** Whether a failure lies in the store, in contention or in our own end, and not in the event. */
    public static boolean is(Throwable failure) {
        if (Thread.currentThread().isInterrupted()) {
            return true;
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (passes(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Whether it lies in no event at all, however often one meets it: nothing is decided now. */
    static boolean isOfAllEvents(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof LogSetBack) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case StoreUnavailable _,
                    ConcurrencyException _,
                    DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    MongoSocketException _,
                    MongoTimeoutException _,
                    MongoNotPrimaryException _,
                    MongoNodeIsRecoveringException _,
                    MongoInterruptedException _,
                    InterruptedException _ -> true;
            case MongoException mongo -> mongo.hasErrorLabel("RetryableWriteError");
            default -> false;
        };
    }
}
