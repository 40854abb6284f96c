package io.guildhall.poison;

import static io.guildhall.poison.Poison.handler;

import io.guildhall.platform.log.StoreUnavailable;
import java.io.IOError;
import java.io.IOException;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/** What a handler may throw at an event, once or for ever. */
final class Failures {

    static final List<Poison> ALL = List.of(
            handler("a null", () -> new NullPointerException("no plate"), "NullPointerException: no plate"),
            handler("a cast", () -> new ClassCastException("soup"), "ClassCastException: soup"),
            handler("a division by zero", () -> new ArithmeticException("/ by zero"), "ArithmeticException"),
            handler("a place that there is not", () -> new IndexOutOfBoundsException(7), "IndexOutOfBounds"),
            handler("a refusal", () -> new IllegalArgumentException("no such table"), "no such table"),
            handler(
                    "a key that is taken",
                    () -> new DuplicateKeyException("table 7"),
                    "DuplicateKeyException: table 7"),
            handler("no message", IllegalStateException::new, "IllegalStateException"),
            handler("a message of 1 MB", () -> new IllegalStateException("x".repeat(1 << 20)), "xxx …"),
            handler("a message that cannot be read", Failures::mute, "cannot be read"),
            handler("a cause that leads back", Failures::circle, "IllegalStateException: round"),
            handler("a nameless exception", () -> new RuntimeException("who") {}, "Failures$"),
            handler("a checked exception", () -> new IOException("no stove"), "IOException: no stove"),
            handler("an interruption", () -> new InterruptedException("by whom"), "InterruptedException: by whom"),
            handler("an assertion", () -> new AssertionError("cold"), "AssertionError: cold"),
            handler("an error of its own", () -> new Error("fire"), "Error: fire"),
            handler("an error of input", () -> new IOError(new IOException("no gas")), "no gas"),
            handler("a provider that is not there", () -> new ServiceConfigurationError("no cook"), "no cook"),
            handler("too deep a stack", () -> deeper(0), "StackOverflowError"),
            handler("a class that is not there", () -> new NoClassDefFoundError("Spoon"), "Spoon"),
            handler("a class that does not begin", () -> new ExceptionInInitializerError("Fork"), "Fork"),
            handler("others who are always first", () -> new ConcurrencyException("table 7"), "ConcurrencyException"),
            handler(
                    "a lock that is never free",
                    () -> new OptimisticLockingFailureException("table 7"),
                    "OptimisticLocking"),
            handler(
                    "a store that fails it alone",
                    () -> new StoreUnavailable("too long", new IOException()),
                    "StoreUnavailable"));

    private Failures() {}

    private static Throwable deeper(int depth) {
        return depth < 0 ? new IllegalStateException() : new IllegalStateException(deeper(depth + 1));
    }

    private static Throwable mute() {
        return new RuntimeException() {
            @Override
            public String getMessage() {
                throw new IllegalStateException("nothing to say");
            }
        };
    }

    private static Throwable circle() {
        var first = new IllegalStateException("round");
        var second = new IllegalStateException("and round", first);
        first.initCause(second);
        return first;
    }
}
