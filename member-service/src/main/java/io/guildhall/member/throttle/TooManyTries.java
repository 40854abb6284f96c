package io.guildhall.member.throttle;

import io.guildhall.platform.problem.Refusal;
import java.time.Duration;
import java.util.Map;

/** Too many tries; the same is answered again after a while. */
public final class TooManyTries extends Refusal {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    public TooManyTries(Duration retryAfter) {
        super(Kind.TOO_MANY_REQUESTS, Math.max(1, retryAfter.toSeconds() + 1));
        this.retryAfter = retryAfter;
    }

    /** How long to wait, at least a second. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.toSeconds() + 1);
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("retryAfterSeconds", retryAfterSeconds());
    }
}
