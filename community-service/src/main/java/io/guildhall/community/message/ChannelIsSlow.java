package io.guildhall.community.message;

import io.guildhall.platform.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A member may not say anything in this channel yet again; tells when he may. */
public final class ChannelIsSlow extends Refusal {

    private final transient Duration pause;
    private final transient Instant againAt;

    public ChannelIsSlow(Instant now, Instant againAt) {
        this(Duration.between(now, againAt), againAt);
    }

    private ChannelIsSlow(Duration pause, Instant againAt) {
        super(Kind.TOO_MANY_REQUESTS, Math.max(1, pause.plusMillis(999).toSeconds()));
        this.pause = pause;
        this.againAt = againAt;
    }

    @Override
    public Map<String, Object> extensions() {
        return Map.of("retryAfterMs", Math.max(1, pause.toMillis()), "againAt", againAt);
    }
}
