package io.guildhall.gateway.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The gateway does not pass a request on, or could not. */
public final class Refused extends RuntimeException {

    private final transient ProblemType type;
    private final transient Object[] arguments;
    private final @Nullable Duration retryAfter;

    private Refused(ProblemType type, @Nullable Duration retryAfter, @Nullable Throwable cause, Object... arguments) {
        super(type.slug(), cause, false, false);
        this.type = type;
        this.retryAfter = retryAfter;
        this.arguments = arguments;
    }

    /** @param arguments fill {0}, {1} … of the problem's detail text */
    public static Refused as(ProblemType type, Object... arguments) {
        return new Refused(type, null, null, arguments);
    }

    /** @param retryAfter how long a repeat is of no use; answered in whole seconds, rounded up */
    public static Refused until(Duration retryAfter, ProblemType type, Object... arguments) {
        return new Refused(type, retryAfter, null, arguments);
    }

    /** Keeps the cause, by which the one retry of a read is decided. */
    public static Refused unavailable(String service, Throwable cause) {
        return new Refused(ProblemType.DEPENDENCY_UNAVAILABLE, Duration.ofSeconds(2), cause, service);
    }

    public ProblemType type() {
        return type;
    }

    Object[] arguments() {
        return arguments;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
