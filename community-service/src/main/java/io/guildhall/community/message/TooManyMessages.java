package io.guildhall.community.message;

import io.guildhall.platform.problem.Refusal;
import java.time.Duration;
import java.util.Map;

/** A member says more in a channel than others can read. */
public final class TooManyMessages extends Refusal {

    private final transient Duration pause;

    public TooManyMessages(Duration pause) {
        super(Kind.TOO_MANY_REQUESTS, Math.max(1, pause.plusMillis(999).toSeconds()));
        this.pause = pause;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("retryAfterMs", Math.max(1, pause.toMillis()));
    }
}
